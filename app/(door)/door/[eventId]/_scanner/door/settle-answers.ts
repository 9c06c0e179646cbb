import { letsIn } from "../judge/outcome";
import type { ScanAnswer } from "../queue/answer";
import type { Settled } from "../queue/outbox";
import type { Waiting, WaitingScan } from "../queue/waiting";
import type { Person } from "../roster/person";
import type { KeptList } from "./kept-list";

/**
 * Lets the list say what the server has answered, and returns the people that changed. A mark of this phone stays for as long as
 * anything else about the same person waits.
 */
export function settleAnswers(
  settled: Settled[],
  { roster, strangers }: KeptList,
  waiting: readonly Waiting[],
): Person[] {
  const changed = new Map<string, Person>();
  for (const { item, answer } of settled) {
    if (item.kind === "walk_in") continue;
    const scanAnswer = answer && "scanId" in answer ? answer : null;
    if (item.kind === "scan" && item.ticketId && scanAnswer && !letsIn(scanAnswer.verdict))
      strangers.delete(item.ticketId);
    const registrationId = item.registrationId ?? scanAnswer?.registrationId;
    const seen = registrationId ? roster.find(registrationId) : undefined;
    if (!registrationId || !seen) continue;
    if (waiting.some((other) => other.kind !== "walk_in" && other.registrationId === registrationId)) continue;
    roster.unmark(registrationId);
    const base = roster.find(registrationId) ?? seen;
    const person = item.kind === "undo" ? { ...base, ...out } : afterScan(item, scanAnswer, seen, base);
    roster.merge([person]);
    changed.set(registrationId, person);
  }
  return [...changed.values()];
}

const out = { checkedInAt: null, gate: null, admittedBy: null };

function afterScan({ overrideReason }: WaitingScan, answer: ScanAnswer | null, seen: Person, base: Person): Person {
  if (answer?.verdict === "admitted" || overrideReason) return seen;
  if (!answer?.firstCheckedInAt) return base;
  return { ...base, checkedInAt: answer.firstCheckedInAt, gate: answer.firstGate ?? null };
}
