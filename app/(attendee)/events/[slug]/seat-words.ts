const count = new Intl.NumberFormat("en-GB");

/** How many of an event's seats are left, in words. */
export function seatWords(taken: number, capacity: number): string {
  const left = Math.max(0, capacity - taken);
  if (capacity === 1) return left === 1 ? "The one seat is free" : "The one seat is taken";
  return left === 0
    ? `All ${count.format(capacity)} seats are taken`
    : `${count.format(left)} of ${count.format(capacity)} seats left`;
}
