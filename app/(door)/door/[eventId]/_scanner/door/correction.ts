import { letsIn, type Outcome } from "../judge/outcome";
import type { ScanAnswer, WalkInAnswer } from "../queue/answer";

/**
 * What staff have to hear when the server's word differs from what this phone said; null when both agree. A provisional ticket
 * that the server admits is a correction too: now it has a name.
 */
export function correctionOf(shown: Outcome, answer: ScanAnswer | WalkInAnswer | null): Outcome | null {
  if (!answer) return null;
  if ("walkInId" in answer) return walkInCorrection(shown, answer);
  const { verdict, firstCheckedInAt, firstGate, correctEventTitle, registrationId, name, department } = answer;
  if (verdict === shown.verdict || shown.overrideReason) return null;
  // Both say that the person is in already; only the server knows that it happened on two phones.
  if (shown.verdict === "already_checked_in" && verdict === "conflict") return null;
  return {
    ...{ scanId: shown.scanId, verdict },
    ...(shown.note && { note: shown.note }),
    ...(registrationId && { registrationId }),
    ...(name && { name }),
    ...(department && { department }),
    ...(firstCheckedInAt && { firstCheckedInAt }),
    ...(firstGate && { firstGate }),
    ...(correctEventTitle && { correctEventTitle }),
  };
}

function walkInCorrection(shown: Outcome, answer: WalkInAnswer): Outcome {
  const { outcome, registrationId, isOverCapacity, firstCheckedInAt, firstGate } = answer;
  const isRegistered = outcome === "admitted" || outcome === "already_registered";
  const refusal = outcome === "closed" ? "cancelled" : outcome === "rejected" ? "not_a_ticket" : "waitlisted";
  return {
    ...shown,
    verdict: isRegistered ? (answer.verdict ?? "admitted") : refusal,
    ...(registrationId && { registrationId }),
    ...(isOverCapacity && { isOverCapacity }),
    ...(firstCheckedInAt && { firstCheckedInAt }),
    ...(firstGate && { firstGate }),
  };
}

/** True when somebody was told to go in who should not have been, or the other way about. */
export function isSurprise(shown: Outcome, corrected: Outcome): boolean {
  return letsIn(shown.verdict) !== letsIn(corrected.verdict);
}
