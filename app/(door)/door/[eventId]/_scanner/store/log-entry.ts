import type { Outcome, PhoneVerdict } from "../judge/outcome";

/** One scan of this phone: what it said, when, what the server said since, and whether it was taken back. */
export type LogEntry = {
  id: string;
  at: string;
  outcome: Outcome;
  answered?: PhoneVerdict;
  isUndone?: true;
};
