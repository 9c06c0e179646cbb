import type { FieldError } from "@/lib/platform/errors";

const openDays = 14;
const dayMs = 24 * 60 * 60 * 1000;

export type SurveyWindow = { opensAt: Date; closesAt: Date };
export type SurveyChoice = { opensAt: Date | null; closesAt: Date | null; namesCutAt: Date | null };
export type SurveyState = "not_open" | "open" | "closed";
export type Recommendations = { promoters: number; passives: number; detractors: number };

/**
 * When the survey takes responses: from the event's end, for 14 days, unless the organizer chose
 * otherwise; never again once answers were cut from who gave them.
 */
export function surveyWindowOf(event: { endsAt: Date }, chosen: SurveyChoice | null): SurveyWindow {
  const opensAt = chosen?.opensAt ?? event.endsAt;
  const closesAt = chosen?.closesAt ?? new Date(opensAt.getTime() + openDays * dayMs);
  const { namesCutAt } = chosen ?? { namesCutAt: null };
  return { opensAt, closesAt: namesCutAt && namesCutAt < closesAt ? namesCutAt : closesAt };
}

/** Open from the first instant of the window up to its last, exclusive. */
export function surveyStateOf({ opensAt, closesAt }: SurveyWindow, at: Date): SurveyState {
  if (at < opensAt) return "not_open";
  return at < closesAt ? "open" : "closed";
}

/** The beginning of an instant's day in UTC: all that is kept of when somebody answered. */
export function dayOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / dayMs) * dayMs);
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

/**
 * From so many answers on they are told: fewer say more about who answered than about the event.
 */
export const fewestForScore = 5;

type Counted = Recommendations & { responses: number; averageRating: number | null };

/**
 * The average and the score of a survey as organizers are told them: null while fewer than five
 * answered.
 */
export function toldScores({ responses, averageRating, ...recommendations }: Counted) {
  const { promoters, passives, detractors } = recommendations;
  return {
    averageRating: responses < fewestForScore ? null : averageRating,
    nps: promoters + passives + detractors < fewestForScore ? null : npsOf(recommendations),
  };
}
