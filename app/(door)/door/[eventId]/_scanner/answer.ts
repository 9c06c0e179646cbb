import type { Verdict } from "@/lib/checkin/rules";

/** One result of POST /api/checkin as JSON carries it. */
export type Answer = {
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

/** A scan as POST /api/checkin takes it. */
export type Scan = {
  scanId: string;
  ticket: string;
  scannedAt: string;
  device: string;
  gate?: string;
  offline: boolean;
};

/** What a scan led to: an answer, or not yet one because the server could not be reached. */
export type Outcome = Answer | { scanId: string; verdict: "unsent" };
