import type { Outcome, PhoneVerdict } from "../judge/outcome";
import { lookOf } from "./verdict-table";

type TimeOf = (instant: string) => string;

/** Who it is about, and what staff should know, in words; `timeOf` writes an instant in the event's zone. */
export function explain(
  outcome: Outcome,
  timeOf: TimeOf,
): { name: string | null; note: string | null; lines: string[] } {
  const { name = null, note = null } = outcome;
  const lines = [reasonOf(outcome, timeOf), ...moreOf(outcome)].filter((line) => line !== undefined);
  return { name, note: outcome.verdict === "admitted" ? note : null, lines };
}

function reasonOf(outcome: Outcome, timeOf: TimeOf): string | undefined {
  const { department, firstCheckedInAt, firstGate, firstBy, correctEventTitle, listAsOf, isWalkIn } = outcome;
  const by = firstBy && `by ${firstBy}`;
  const first = [firstCheckedInAt && timeOf(firstCheckedInAt), firstGate, by].filter(Boolean).join(", ");
  const list = listAsOf ? `This phone’s list is of ${timeOf(listAsOf)}.` : "The list is not on this phone yet.";
  const reasons: Record<PhoneVerdict, string | undefined> = {
    admitted: department,
    already_checked_in: first && `In since ${first}`,
    conflict: first && `Let in elsewhere: ${first}`,
    cancelled: isWalkIn ? "The event is off, or over." : "This registration was cancelled.",
    waitlisted: isWalkIn ? "No seat was left." : "No seat yet, only a place in the line.",
    wrong_event: correctEventTitle ? `This ticket is for ${correctEventTitle}.` : "This ticket is for another event.",
    revoked: "There is a newer ticket. Ask for the latest mail.",
    not_a_ticket: isWalkIn ? "The server could not take these details." : "No ticket of this event has this code.",
    provisional: isWalkIn ? "Let in. The seat is settled with the server." : `A genuine ticket: let in. ${list}`,
    unverified: "It can’t be checked here yet. Ask the help desk.",
  };
  return reasons[outcome.verdict];
}

function moreOf({ overrideReason, isOverCapacity }: Outcome): string[] {
  return [
    ...(overrideReason ? [`Let in anyway: ${overrideReason}`] : []),
    ...(isOverCapacity ? ["No seat was left. The organizer is told."] : []),
  ];
}

/** The verdict as one sentence, for those who hear it. */
export function sayOutcome(outcome: Outcome, timeOf: TimeOf): string {
  const { name, note, lines } = explain(outcome, timeOf);
  const head = [lookOf(outcome).word, name].filter(Boolean).join(": ");
  return [head, ...(note ? [note] : []), ...lines].map((part) => part.replace(/\.$/, "")).join(". ");
}
