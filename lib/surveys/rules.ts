import type { FieldError } from "@/lib/platform/errors";

const openDays = 14;

export type SurveyWindow = { opensAt: Date; closesAt: Date };
export type SurveyState = "not_open" | "open" | "closed";
export type Recommendations = { promoters: number; passives: number; detractors: number };

/** When the survey takes responses: from the event's end, for 14 days, unless the organizer chose otherwise. */
export function surveyWindowOf(
  event: { endsAt: Date },
  chosen: { opensAt: Date | null; closesAt: Date | null } | null,
): SurveyWindow {
  const opensAt = chosen?.opensAt ?? event.endsAt;
  const closesAt = chosen?.closesAt ?? new Date(opensAt.getTime() + openDays * 24 * 60 * 60 * 1000);
  return { opensAt, closesAt };
}

/** Open from the first instant of the window up to its last, exclusive. */
export function surveyStateOf({ opensAt, closesAt }: SurveyWindow, at: Date): SurveyState {
  if (at < opensAt) return "not_open";
  return at < closesAt ? "open" : "closed";
}

/** What is wrong with a window, for the field it stands in. */
export function windowFaultsOf({ opensAt, closesAt }: SurveyWindow): FieldError[] {
  if (closesAt > opensAt) return [];
  return [{ path: "closesAt", message: "The survey must close after it opens." }];
}

/** Net promoter score: per cent of 9 and 10 less per cent of 0 to 6, from −100 to 100; null when nobody answered. */
export function npsOf({ promoters, passives, detractors }: Recommendations): number | null {
  const answered = promoters + passives + detractors;
  if (answered === 0) return null;
  const score = Math.round(((promoters - detractors) / answered) * 100);
  return score === 0 ? 0 : score;
}

/** A score of fewer answers says more about chance than about the event. */
export const fewestForScore = 5;
