import type { Tone } from "@/app/_components/badge";
import type { Verdict } from "@/lib/checkin/rules";

/** How a verdict reads in a list; on the scanner the verdict screen has its own, larger words. */
export const scanWords: Record<Verdict, { word: string; tone: Tone }> = {
  admitted: { word: "Came in", tone: "success" },
  already_checked_in: { word: "Already in", tone: "warning" },
  conflict: { word: "Let in twice", tone: "warning" },
  cancelled: { word: "Cancelled", tone: "destructive" },
  waitlisted: { word: "Waitlisted", tone: "destructive" },
  wrong_event: { word: "Wrong event", tone: "destructive" },
  revoked: { word: "Replaced ticket", tone: "destructive" },
  not_a_ticket: { word: "Not a ticket", tone: "neutral" },
};
