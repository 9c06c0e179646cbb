import { and, eq } from "drizzle-orm";
import { events } from "@/db/schema/events";
import { registrations } from "@/db/schema/registrations";
import { surveyResponses, surveys } from "@/db/schema/surveys";
import { afterCommit, inTransaction, type Transaction } from "@/db/transaction";
import { type AttendeeScope, type PersonScope, requireOwner } from "@/lib/access/scopes";
import { eventTag, invalidateTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { AppError, invalidInput, notFound } from "@/lib/platform/errors";
import { newIdOf } from "@/lib/platform/id";
import { checkAnswers } from "@/lib/registrations/rules";
import type { ResponseInput } from "./input";
import { dayOf, surveyStateOf, surveyWindowOf } from "./rules";

export type SubmittedResponse = {
  id: string;
  eventId: string;
  rating: number;
  nps: number | null;
  comment: string | null;
  submittedAt: Date;
};

/**
 * Stores one response a person, from people who were checked in and while the survey is open;
 * otherwise `not_an_attendee`, `survey_closed` or `already_answered`, the last under parallel calls
 * too. Of its time only the day is kept, and it is refused where the page promised otherwise than
 * holds now.
 */
export async function submitResponse(
  respondent: AttendeeScope | (PersonScope & { eventId: string }),
  { rating, nps, comment, answers: given, keepsNames }: ResponseInput,
  tx?: Transaction,
): Promise<SubmittedResponse> {
  const { eventId, userId } = respondent;
  if ("isOwner" in respondent) requireOwner(respondent);
  return inTransaction(tx, async (tx) => {
    // Whoever changes what is promised about names waits for this answer, or it for them.
    await tx.select({ id: events.id }).from(events).where(eq(events.id, eventId)).for("key share");
    const survey = await findSurveyFor(tx, eventId, userId);
    if (!survey || (!survey.publishedAt && !survey.status)) throw notFound();
    if (survey.status !== "confirmed" || !survey.checkedInAt)
      throw new AppError("not_an_attendee", "Only people who were checked in at the event can answer.");
    if (survey.responseId) throw alreadyAnswered();
    const state = surveyStateOf(surveyWindowOf(survey, survey), now());
    if (state === "not_open") throw new AppError("survey_closed", "The survey has not opened yet.");
    if (state === "closed") throw new AppError("survey_closed", "The survey has closed.");
    if (keepsNames !== undefined && keepsNames !== (survey.keepsNames ?? false))
      throw new AppError(
        "conflict",
        "The organizers changed whether answers keep a name. Please read the last line again.",
      );
    const { answers, errors } = checkAnswers(survey.questions ?? [], given, now());
    if (errors.length > 0) throw invalidInput(...errors);
    const day = dayOf(now());
    const row = { eventId, id: newIdOf(day), rating, nps: nps ?? null, comment: comment || null, createdAt: day };
    const stored = await tx
      .insert(surveyResponses)
      .values({ ...row, userId, answers })
      .onConflictDoNothing({ target: [surveyResponses.eventId, surveyResponses.userId] })
      .returning({ id: surveyResponses.id });
    if (stored.length === 0) throw alreadyAnswered();
    afterCommit(tx, () => invalidateTags([eventTag(eventId)]));
    const { createdAt: submittedAt, ...response } = row;
    return { ...response, submittedAt };
  });
}

async function findSurveyFor(tx: Transaction, eventId: string, userId: string) {
  const [row] = await tx
    .select({
      endsAt: events.endsAt,
      publishedAt: events.publishedAt,
      questions: surveys.questions,
      opensAt: surveys.opensAt,
      closesAt: surveys.closesAt,
      namesCutAt: surveys.namesCutAt,
      keepsNames: surveys.keepsNames,
      status: registrations.status,
      checkedInAt: registrations.checkedInAt,
      responseId: surveyResponses.id,
    })
    .from(events)
    .leftJoin(surveys, eq(surveys.eventId, events.id))
    .leftJoin(registrations, and(eq(registrations.eventId, events.id), eq(registrations.userId, userId)))
    .leftJoin(surveyResponses, and(eq(surveyResponses.eventId, events.id), eq(surveyResponses.userId, userId)))
    .where(eq(events.id, eventId));
  return row ?? null;
}

function alreadyAnswered(): AppError {
  return new AppError("already_answered", "You have answered this survey already. Thank you!");
}
