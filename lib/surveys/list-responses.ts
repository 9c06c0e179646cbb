import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { type Answers, registrations } from "@/db/schema/registrations";
import { surveyResponses, surveys } from "@/db/schema/surveys";
import type { OrganizerScope } from "@/lib/access/scopes";
import { openCursor, type Page, pageOf, sealCursor } from "@/lib/platform/page";
import type { ListResponsesInput } from "./input";
import { hasEnoughAnswers, preciseInstant } from "./queries";
import { dayOf } from "./rules";

/**
 * One whole response; `person` only where the survey said beforehand that answers keep their names.
 */
export type Response = {
  id: string;
  rating: number;
  nps: number | null;
  comment: string | null;
  answers: Answers;
  /** The day, in UTC. */
  submittedAt: Date;
  person: { registrationId: string; name: string } | null;
};

const position = z.tuple([z.iso.datetime({ precision: 6 }), z.uuid()]);

/**
 * A page of an event's responses, the newest day first and in no order within it; none while fewer
 * than five answered.
 */
export async function listResponses(
  { eventId }: OrganizerScope,
  { limit, cursor }: ListResponsesInput,
): Promise<Page<Response>> {
  const list = `survey-responses:${eventId}`;
  const after = openCursor(list, cursor, position);
  const { createdAt, id, rating, nps, comment, answers, userId } = surveyResponses;
  const person = { registrationId: registrations.id, name: registrations.name };
  const rows = await db()
    .select({ id, rating, nps, comment, answers, submittedAt: createdAt, person, at: preciseInstant(createdAt) })
    .from(surveyResponses)
    .leftJoin(surveys, eq(surveys.eventId, surveyResponses.eventId))
    .leftJoin(
      registrations,
      and(eq(surveys.keepsNames, true), eq(registrations.eventId, eventId), eq(registrations.userId, userId)),
    )
    .where(
      and(
        eq(surveyResponses.eventId, eventId),
        hasEnoughAnswers(eventId),
        after ? sql`(${createdAt}, ${id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (row) => sealCursor(list, [row.at, row.id]));
  return {
    ...page,
    items: page.items.map(({ at: _at, submittedAt, ...response }) => ({
      ...response,
      submittedAt: dayOf(submittedAt),
    })),
  };
}
