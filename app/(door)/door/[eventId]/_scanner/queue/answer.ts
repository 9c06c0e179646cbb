import type { Verdict } from "@/lib/checkin/rules";

/** One result of POST /api/checkin as JSON carries it. */
export type ScanAnswer = {
  scanId: string;
  verdict: Verdict;
  registrationId?: string;
  name?: string;
  department?: string;
  firstCheckedInAt?: string;
  firstGate?: string;
  correctEventId?: string;
  correctEventTitle?: string;
};

/** One result of POST /api/checkin/walk-ins. */
export type WalkInAnswer = {
  walkInId: string;
  outcome: "admitted" | "already_registered" | "waitlisted" | "full" | "closed" | "rejected";
  verdict?: Verdict;
  registrationId?: string;
  firstCheckedInAt?: string;
  firstGate?: string;
  isOverCapacity?: boolean;
};

/** Why the server takes nothing from here at all, until somebody does something about it. */
export type LockOut = "signed_out" | "not_staff";

/** How one attempt to reach the server went; `reached` holds what it answered, by the id of what was sent. */
export type Delivery =
  | { kind: "reached"; answers: Map<string, ScanAnswer | WalkInAnswer | null> }
  | { kind: "unreachable" }
  | { kind: "rejected" }
  | { kind: "locked_out"; reason: LockOut };
