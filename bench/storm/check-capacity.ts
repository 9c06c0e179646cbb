import type { Call } from "./history";

type Step = { at: number; seats: number };
type Caps = { at: number; low: number; high: number }[];

/**
 * Faults of one event against its seats at every instant: more people certainly in than seats possibly there, or somebody refused or sent
 * to the line while certainly a seat was free and nobody could be waiting. `lastCapacity` is the one in the tables at the end.
 */
export function checkCapacity(calls: readonly Call[], lastCapacity: number | null): string[] {
  const caps = capacitiesOver(calls, lastCapacity);
  if (caps === null) return [];
  return [...overbookings(calls, caps), ...falseRefusals(calls, caps)];
}

/** A seat is certainly held from the answer until its holder begins to give it up. */
function overbookings(calls: readonly Call[], caps: Caps): string[] {
  const steps: Step[] = [];
  for (const call of calls) {
    if (call.operation.kind !== "register" || call.answer.kind !== "placed" || call.answer.status !== "confirmed")
      continue;
    const { registration } = call.answer;
    const left = calls.find((other) => givesUp(other, registration) && other.startedAt > call.startedAt);
    const until = left ? left.startedAt : Number.POSITIVE_INFINITY;
    if (until <= call.endedAt) continue;
    steps.push({ at: call.endedAt, seats: 1 }, { at: until, seats: -1 });
  }
  let held = 0;
  for (const { at, seats } of steps.sort((left, right) => left.at - right.at || left.seats - right.seats)) {
    held += seats;
    const { high } = capAt(caps, at);
    if (seats > 0 && held > high)
      return [`at ${at.toFixed(1)} ms ${held} people held seats, and there were at most ${high}`];
  }
  return [];
}

function givesUp({ operation }: Call, registration: string): boolean {
  return (operation.kind === "cancel" || operation.kind === "transfer") && operation.registration === registration;
}

/** A place is possibly held from the first moment of a call that may have given it to the last of one that surely took it. */
function falseRefusals(calls: readonly Call[], caps: Caps): string[] {
  const faults: string[] = [];
  const spans = possibleSpans(calls);
  for (const call of calls) {
    const { operation, answer, startedAt, endedAt } = call;
    if (operation.kind !== "register") continue;
    const isRefused = answer.kind === "full" || (answer.kind === "placed" && answer.status === "waitlisted");
    if (!isRefused) continue;
    const others = spans.filter(
      ({ person, from, to }) => person !== operation.person && from <= endedAt && to >= startedAt,
    );
    // People who may have been there at some moment of the call: if even they left a seat, one was free all along.
    const people = new Set(others.map(({ person }) => person)).size;
    const low = Math.min(...caps.filter((_, nth) => overlaps(caps, nth, startedAt, endedAt)).map((cap) => cap.low));
    if (people < low)
      faults.push(
        `${operation.person} found no seat in call ${call.id}, and at most ${people} of ${low} can have been taken`,
      );
  }
  return faults;
}

function possibleSpans(calls: readonly Call[]): { person: string; from: number; to: number }[] {
  const byPerson = new Map<string, Call[]>();
  for (const call of calls) {
    if (call.operation.kind === "resize") continue;
    for (const person of [call.operation.person, ...(call.operation.kind === "transfer" ? [call.operation.to] : [])])
      byPerson.set(person, [...(byPerson.get(person) ?? []), call]);
  }
  return [...byPerson].flatMap(([person, own]) => {
    const spans: { person: string; from: number; to: number }[] = [];
    let open: { person: string; from: number; to: number } | null = null;
    for (const { operation, answer, startedAt, endedAt } of own.sort(
      (left, right) => left.startedAt - right.startedAt,
    )) {
      const leaves = operation.kind !== "register" && operation.kind !== "resize" && operation.person === person;
      if (!leaves && open === null) {
        open = { person, from: startedAt, to: Number.POSITIVE_INFINITY };
        spans.push(open);
      }
      if (leaves && answer.kind === "done" && open) {
        open.to = endedAt;
        open = null;
      }
    }
    return spans;
  });
}

/** Between which bounds the capacity lay from each instant on; null without a limit. */
function capacitiesOver(calls: readonly Call[], last: number | null): Caps | null {
  if (last === null) return null;
  const resizes = calls.filter(({ operation, answer }) => operation.kind === "resize" && answer.kind !== "refused");
  const sizes = resizes.flatMap(({ operation }) => (operation.kind === "resize" ? operation.capacity : []));
  // Resizes go one after the other; before the first the event has the size that the plan gave it, which is the first of them.
  const caps: Caps = [{ at: Number.NEGATIVE_INFINITY, low: sizes[0] ?? last, high: sizes[0] ?? last }];
  for (const { operation, answer, startedAt, endedAt } of resizes) {
    const before = caps.at(-1);
    if (operation.kind !== "resize" || !before) continue;
    const [low, high] = [Math.min(before.low, operation.capacity), Math.max(before.high, operation.capacity)];
    caps.push({ at: startedAt, low, high });
    if (answer.kind === "done") caps.push({ at: endedAt, low: operation.capacity, high: operation.capacity });
  }
  return caps;
}

function capAt(caps: Caps, at: number) {
  return caps.findLast((cap) => cap.at <= at) ?? { low: 0, high: Number.POSITIVE_INFINITY };
}

function overlaps(caps: Caps, nth: number, from: number, to: number): boolean {
  const [cap, next] = [caps[nth], caps[nth + 1]];
  return cap !== undefined && cap.at <= to && (next === undefined || next.at >= from);
}
