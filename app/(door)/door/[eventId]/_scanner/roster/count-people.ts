import type { Person } from "./person";

export type DoorCounts = { registered: number; checkedIn: number };
export type GateCount = { gate: string | null; checkedIn: number };

/** How many are expected and how many of them are inside, each once, and through which gates they came; the busiest gate first. */
export function countPeople(people: Person[]): DoorCounts & { gates: GateCount[] } {
  let registered = 0;
  const byGate = new Map<string | null, number>();
  for (const { status, checkedInAt, gate } of people) {
    if (status === "confirmed" || checkedInAt) registered += 1;
    if (checkedInAt) byGate.set(gate, (byGate.get(gate) ?? 0) + 1);
  }
  const gates = [...byGate].map(([gate, checkedIn]) => ({ gate, checkedIn }));
  const checkedIn = gates.reduce((sum, gate) => sum + gate.checkedIn, 0);
  return { registered, checkedIn, gates: gates.sort((a, b) => b.checkedIn - a.checkedIn) };
}
