import { eq, sql } from "drizzle-orm";
import { events, type Question } from "@/db/schema/events";
import { surveyResponses, surveys } from "@/db/schema/surveys";
import { afterCommit, inTransaction, type Transaction } from "@/db/transaction";
import type { OrganizerScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { eventTag, invalidateTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { type FieldError, invalidInput, notFound } from "@/lib/platform/errors";
import type { UpdateSurveyInput } from "./input";
import { type Survey, surveyOf } from "./queries";
import { surveyWindowOf, windowFaultsOf } from "./rules";

/** Replaces the survey's own questions and its window. A question that was answered keeps its kind, so that its results stay true. */
export async function updateSurvey(
  scope: OrganizerScope,
  { questions, opensAt, closesAt }: UpdateSurveyInput,
  tx?: Transaction,
): Promise<Survey> {
  const { eventId, actorId } = scope;
  return inTransaction(tx, async (tx) => {
    const [event] = await tx
      .select({ endsAt: events.endsAt, questions: surveys.questions })
      .from(events)
      .leftJoin(surveys, eq(surveys.eventId, events.id))
      .where(eq(events.id, eventId));
    if (!event) throw notFound();
    const faults = windowFaultsOf(surveyWindowOf(event, { opensAt, closesAt }));
    faults.push(...(await kindFaults(tx, eventId, event.questions ?? [], questions)));
    if (faults.length > 0) throw invalidInput(...faults);
    const survey = { questions, opensAt, closesAt, updatedAt: now() };
    await tx
      .insert(surveys)
      .values({ eventId, ...survey })
      .onConflictDoUpdate({ target: surveys.eventId, set: survey });
    await recordAudit(tx, { actorId, action: "survey.updated", eventId, detail: { questions: questions.length } });
    afterCommit(tx, () => invalidateTags([eventTag(eventId)]));
    return surveyOf(eventId, event, survey);
  });
}

async function kindFaults(tx: Transaction, eventId: string, before: Question[], after: Question[]) {
  const kinds = new Map(before.map(({ id, kind }) => [id, kind]));
  const faults: FieldError[] = [];
  for (const [index, { id, kind }] of after.entries()) {
    if (!kinds.has(id) || kinds.get(id) === kind) continue;
    const [answered] = await tx
      .select({ id: surveyResponses.id })
      .from(surveyResponses)
      .where(sql`${surveyResponses.eventId} = ${eventId} and ${surveyResponses.answers} ? ${id}`)
      .limit(1);
    if (answered) faults.push({ path: `questions.${index}.kind`, message: "This question has answers: add another." });
  }
  return faults;
}
