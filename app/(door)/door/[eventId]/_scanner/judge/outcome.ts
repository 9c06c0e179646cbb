import type { Verdict } from "@/lib/checkin/rules";

/**
 * What the phone says of a scan: a verdict of the server's, or `provisional` for a genuine ticket that is not on this phone's
 * list, or `unverified` where this browser can't check a signature.
 */
export type PhoneVerdict = Verdict | "provisional" | "unverified";

/** A verdict with what staff should know. Instants are the server's. */
export type Outcome = {
  scanId: string;
  verdict: PhoneVerdict;
  registrationId?: string;
  ticketId?: string;
  name?: string;
  department?: string;
  note?: string;
  firstCheckedInAt?: string;
  firstGate?: string;
  firstBy?: string;
  correctEventTitle?: string;
  /** How old the list is that this was judged by. */
  listAsOf?: string;
  /** Why this person was let in against the list. */
  overrideReason?: string;
  /** Somebody without a ticket, added at the door. */
  isWalkIn?: boolean;
  isOverCapacity?: boolean;
};

/** True when the person goes in. */
export function letsIn(verdict: PhoneVerdict): boolean {
  return verdict === "admitted" || verdict === "provisional";
}
