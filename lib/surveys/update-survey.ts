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

/**
 * Replaces the survey's own questions and its window. A question that was answered keeps its kind,
 * so that its results stay true; from the first answer on what was promised about names holds; and
 * once answers were cut from names it does not open again.
 */
export async function updateSurvey(
  scope: OrganizerScope,
  { questions, opensAt, closesAt, keepsNames }: UpdateSurveyInput,
  tx?: Transaction,
): Promise<Survey> {
  const { eventId, actorId } = scope;
  return inTransaction(tx, async (tx) => {
    const [event] = await tx
      .select({
        endsAt: events.endsAt,
        questions: surveys.questions,
        namesCutAt: surveys.namesCutAt,
        keepsNames: surveys.keepsNames,
      })
      .from(events)
      .leftJoin(surveys, eq(surveys.eventId, events.id))
      .where(eq(events.id, eventId))
      // Waits for answers under way, and they for this: the first one fixes what is promised.
      .for("update", { of: events });
    if (!event) throw notFound();
    const { namesCutAt } = event;
    const keeps = keepsNames ?? event.keepsNames ?? false;
    const faults = windowFaultsOf(surveyWindowOf(event, { opensAt, closesAt, namesCutAt: null }));
    if (namesCutAt && surveyWindowOf(event, { opensAt, closesAt, namesCutAt: null }).closesAt > now())
      faults.push({
        path: "closesAt",
        message: "It has closed and its answers bear no names any more: it can't open again.",
      });
    if (keeps !== (event.keepsNames ?? false) && (await hasAnswers(tx, eventId)))
      faults.push({ path: "keepsNames", message: "People have answered already: what they were told holds." });
    faults.push(...(await kindFaults(tx, eventId, event.questions ?? [], questions)));
    if (faults.length > 0) throw invalidInput(...faults);
    const survey = { questions, opensAt, closesAt, keepsNames: keeps, updatedAt: now() };
    await tx
      .insert(surveys)
      .values({ eventId, ...survey })
      .onConflictDoUpdate({ target: surveys.eventId, set: survey });
    const detail = { questions: questions.length, keepsNames: keeps };
    await recordAudit(tx, { actorId, action: "survey.updated", eventId, detail });
    afterCommit(tx, () => invalidateTags([eventTag(eventId)]));
    return surveyOf(eventId, event, { ...survey, namesCutAt });
  });
}

async function hasAnswers(tx: Transaction, eventId: string): Promise<boolean> {
  const [answered] = await tx
    .select({ id: surveyResponses.id })
    .from(surveyResponses)
    .where(eq(surveyResponses.eventId, eventId))
    .limit(1);
  return answered !== undefined;
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
