import type { RegisterOutcome } from "./register";

type ClosedReason = Extract<RegisterOutcome, { outcome: "registration_closed" }>["reason"];

/**
 * Why nobody can register for an event now. The API, the form and the organizer's list say it in
 * these words.
 */
export const closedBecause: Record<ClosedReason, string> = {
  draft: "This event is not published yet.",
  cancelled: "This event was called off.",
  past: "This event is over.",
  not_open: "Registration has not opened yet.",
  closed: "Registration has closed.",
};

/** What somebody reads for whom there is no seat and no line. */
export const eventFull = "All seats are taken, and there is no waitlist.";
