import type { Verdict } from "@/lib/checkin/rules";
import type { Outcome } from "./answer";

export type Tone = "ok" | "already" | "denied" | "provisional";
export type Tune = "rising" | "flat" | "buzz" | "question";

/** How a verdict meets eye, ear and hand. Without `holdMs` it stays until it is dismissed or the next code comes. */
export type Look = { tone: Tone; word: string; tune: Tune; vibration: readonly number[]; holdMs?: number };

const denied = { tone: "denied", tune: "buzz", vibration: [200, 80, 200] } as const;
const already = { tone: "already", word: "Already in", tune: "flat", vibration: [60, 60, 60] } as const;

/** The one table of what each verdict looks, sounds and feels like. */
export const looks: Record<Verdict | "unsent", Look> = {
  admitted: { tone: "ok", word: "Come in", tune: "rising", vibration: [60], holdMs: 900 },
  already_checked_in: already,
  conflict: already,
  cancelled: { ...denied, word: "Cancelled" },
  waitlisted: { ...denied, word: "Waitlisted" },
  wrong_event: { ...denied, word: "Wrong event" },
  revoked: { ...denied, word: "Replaced" },
  not_a_ticket: { ...denied, word: "Unknown" },
  unsent: { tone: "provisional", word: "Not checked", tune: "question", vibration: [120] },
};

/** Who it is about, and what staff should know, in words; `timeOf` writes an instant in the event's zone. */
export function explain(
  outcome: Outcome,
  timeOf: (instant: string) => string,
): { name: string | null; lines: string[] } {
  if (outcome.verdict === "unsent") {
    return { name: null, lines: ["No connection. The scan is kept and sent by itself."] };
  }
  const { name = null, department, firstCheckedInAt, firstGate, correctEventTitle } = outcome;
  const first = [firstCheckedInAt && timeOf(firstCheckedInAt), firstGate].filter(Boolean).join(", ");
  const reasons: Record<Verdict, string | undefined> = {
    admitted: department,
    already_checked_in: first && `In since ${first}`,
    conflict: first && `Let in elsewhere at ${first}`,
    cancelled: "This registration was cancelled.",
    waitlisted: "No seat yet, only a place in the line.",
    wrong_event: correctEventTitle ? `This ticket is for ${correctEventTitle}.` : "This ticket is for another event.",
    revoked: "There is a newer ticket. Ask for the latest mail.",
    not_a_ticket: "No ticket of this event has this code.",
  };
  const reason = reasons[outcome.verdict];
  return { name, lines: reason ? [reason] : [] };
}

/** The verdict as one sentence, for those who hear it. */
export function sayOutcome(outcome: Outcome, timeOf: (instant: string) => string): string {
  const { name, lines } = explain(outcome, timeOf);
  const head = [looks[outcome.verdict].word, name].filter(Boolean).join(": ");
  return [head, ...lines].map((part) => part.replace(/\.$/, "")).join(". ");
}

/** True for text that could be one of our tickets or references; other QR codes earn a hint, not a full screen. */
export function couldBeTicket(text: string): boolean {
  return /^[A-Za-z0-9_-]{100,120}$/.test(text) || /^[A-Za-z0-9\s-]{8,12}$/.test(text);
}
