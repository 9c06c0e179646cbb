import type { Call, Tables } from "./history";

/**
 * Faults of one event's line: of two people who were sent to the line one after the other, with no call of theirs since, the first must stand before the
 * second, and can't still wait when the second has a seat.
 */
export function checkLine(calls: readonly Call[], { registrations }: Tables): string[] {
  const rows = new Map(registrations.map((row) => [row.id, row]));
  const sent = calls.flatMap((call) => {
    const { operation, answer } = call;
    if (operation.kind !== "register" || answer.kind !== "placed" || answer.status !== "waitlisted") return [];
    const row = rows.get(answer.registration);
    const isLast = !calls.some((other) => touches(other, operation.person) && other.startedAt > call.startedAt);
    return row && isLast ? [{ call, row }] : [];
  });
  const byEnd = [...sent].sort((left, right) => left.call.endedAt - right.call.endedAt);
  const byStart = [...sent].sort((left, right) => left.call.startedAt - right.call.startedAt);
  const faults: string[] = [];
  // Among all whose calls were over before this one began: the furthest place in the line, and anybody still waiting.
  let furthest: (typeof sent)[number] | null = null;
  let place = 0;
  for (const later of byStart) {
    for (; place < byEnd.length; place++) {
      const earlier = byEnd[place];
      if (!earlier || earlier.call.endedAt >= later.call.startedAt) break;
      if (earlier.row.status === "waitlisted" && (earlier.row.waitlistOrder ?? 0) > (furthest?.row.waitlistOrder ?? 0))
        furthest = earlier;
    }
    if (!furthest) continue;
    const { person } = furthest.row;
    if (later.row.status === "confirmed")
      faults.push(`${later.row.person} moved up from the line before ${person}, who was there first`);
    if (later.row.status === "waitlisted" && (later.row.waitlistOrder ?? 0) < (furthest.row.waitlistOrder ?? 0))
      faults.push(`${later.row.person} stands before ${person}, who was there first`);
  }
  return faults;
}

function touches({ operation }: Call, person: string): boolean {
  if (operation.kind === "resize") return false;
  return operation.person === person || (operation.kind === "transfer" && operation.to === person);
}
