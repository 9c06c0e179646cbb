/** The round numbers of an axis from 0 up to at least `max`, at most five of them above zero. */
export function axisTicks(max: number): number[] {
  const rough = Math.max(max, 1) / 4;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 2.5, 5, 10].map((factor) => factor * magnitude).find((size) => size >= rough) ?? 1);
  const whole = Number.isInteger(step) ? step : Math.ceil(step);
  const count = Math.max(1, Math.ceil(max / whole));
  return Array.from({ length: count + 1 }, (_, index) => index * whole);
}

/** Whether a printed label gives way on a phone: where bars are many, every second one does. */
export function yieldsOnPhone(index: number, count: number): boolean {
  return count > 12 && (index / Math.ceil(count / 5)) % 2 === 1;
}

/** Whether the bar at `index` of `count` prints its label: at most five do, evenly spaced, and none close to a marked bar. */
export function printsLabel(index: number, count: number, marks: readonly number[]): boolean {
  const step = Math.ceil(count / 5);
  return index % step === 0 && marks.every((mark) => Math.abs(mark - index) >= step);
}
