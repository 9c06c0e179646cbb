import type { Outcome, PhoneVerdict } from "../judge/outcome";

export type Tone = "ok" | "already" | "denied" | "provisional";
export type Tune = "rising" | "noted" | "flat" | "buzz" | "question";

/** How a verdict meets eye, ear and hand. Without `holdMs` it stays until it is dismissed or the next code comes. */
export type Look = { tone: Tone; word: string; tune: Tune; vibration: readonly number[]; holdMs?: number };

const denied = { tone: "denied", tune: "buzz", vibration: [200, 80, 200] } as const;
const already = { tone: "already", word: "Already in", tune: "flat", vibration: [60, 60, 60] } as const;
const question = { tone: "provisional", tune: "question", vibration: [120] } as const;

const looks: Record<PhoneVerdict, Look> = {
  admitted: { tone: "ok", word: "Come in", tune: "rising", vibration: [60], holdMs: 900 },
  already_checked_in: already,
  conflict: already,
  cancelled: { ...denied, word: "Cancelled" },
  waitlisted: { ...denied, word: "Waitlisted" },
  wrong_event: { ...denied, word: "Wrong event" },
  revoked: { ...denied, word: "Replaced" },
  not_a_ticket: { ...denied, word: "Unknown" },
  provisional: { ...question, word: "Not on list" },
  unverified: { ...question, word: "Not checked" },
};

/** The one table of what each outcome looks, sounds and feels like; a note asks for a longer look. */
export function lookOf({ verdict, note, isWalkIn }: Outcome): Look {
  if (verdict === "admitted" && note)
    return { ...looks.admitted, tune: "noted", vibration: [60, 60, 60], holdMs: 3_000 };
  if (verdict === "provisional" && isWalkIn) return { ...looks.provisional, word: "Welcome" };
  return looks[verdict];
}
