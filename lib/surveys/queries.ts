import { and, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { events, type Question } from "@/db/schema/events";
import { registrations } from "@/db/schema/registrations";
import { surveyResponses, surveys } from "@/db/schema/surveys";
import type { Actor } from "@/lib/access/actor";
import type { AttendeeScope, OrganizerScope, ViewerScope } from "@/lib/access/scopes";
import { getEvent } from "@/lib/events/queries";
import { now } from "@/lib/platform/clock";
import { notFound } from "@/lib/platform/errors";
import { openCursor, type Page, pageOf, sealCursor } from "@/lib/platform/page";
import type { ListCommentsInput } from "./input";
import { dayOf, fewestForScore, type SurveyChoice, type SurveyState, surveyStateOf, surveyWindowOf } from "./rules";

/** What an event asks afterwards, and when. */
export type Survey = {
  eventId: string;
  opensAt: Date;
  closesAt: Date;
  questions: Question[];
  /** Whether answers stay with who gave them after it closed. */
  keepsNames: boolean;
};

/** A survey as its organizer edits it: null stands for the default. */
export type SurveySettings = Survey & {
  chosen: { opensAt: Date | null; closesAt: Date | null };
  /** True from the first answer on: what it promised about names holds. */
  hasAnswers: boolean;
};

/** The survey as one attendee finds it. */
export type SurveyForAttendee = Survey & {
  state: SurveyState | "answered" | "not_checked_in";
  name: string;
  event: { title: string; slug: string; startsAt: Date; endsAt: Date; timezone: string };
};

/** Something an attendee wrote, without their name, and the day they did. */
export type Comment = { id: string; text: string; rating: number; nps: number | null; submittedAt: Date };

const stored = {
  questions: surveys.questions,
  opensAt: surveys.opensAt,
  closesAt: surveys.closesAt,
  namesCutAt: surveys.namesCutAt,
  keepsNames: surveys.keepsNames,
};
const position = z.tuple([z.iso.datetime({ precision: 6 }), z.uuid()]);

/** The survey of an event that this actor may see, or `not_found`. */
export async function getSurvey(actor: Actor, eventId: string): Promise<Survey> {
  const event = await getEvent(actor, eventId);
  const [row] = await db().select(stored).from(surveys).where(eq(surveys.eventId, eventId));
  return surveyOf(eventId, event, row ?? null);
}

/** The survey with what its organizer chose and what is left at its default. */
export async function getSurveySettings({ eventId }: OrganizerScope | ViewerScope): Promise<SurveySettings> {
  const [row] = await db()
    .select({ endsAt: events.endsAt, hasAnswers: hasAnswersTo(events.id), ...stored })
    .from(events)
    .leftJoin(surveys, eq(surveys.eventId, events.id))
    .where(eq(events.id, eventId));
  if (!row) throw notFound();
  const { endsAt, hasAnswers, opensAt, closesAt } = row;
  return { ...surveyOf(eventId, { endsAt }, row), chosen: { opensAt, closesAt }, hasAnswers };
}

/** The survey as the person of this registration finds it now. */
export async function getSurveyForAttendee({ eventId, registrationId }: AttendeeScope): Promise<SurveyForAttendee> {
  const [row] = await db()
    .select({
      event: {
        title: events.title,
        slug: events.slug,
        startsAt: events.startsAt,
        endsAt: events.endsAt,
        timezone: events.timezone,
      },
      name: registrations.name,
      status: registrations.status,
      checkedInAt: registrations.checkedInAt,
      responseId: surveyResponses.id,
      ...stored,
    })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .leftJoin(surveys, eq(surveys.eventId, events.id))
    .leftJoin(
      surveyResponses,
      and(eq(surveyResponses.eventId, events.id), eq(surveyResponses.userId, registrations.userId)),
    )
    .where(and(eq(registrations.eventId, eventId), eq(registrations.id, registrationId)));
  if (!row) throw notFound();
  const { event, name, status, checkedInAt, responseId } = row;
  const survey = surveyOf(eventId, event, row);
  const windowState = surveyStateOf(survey, now());
  const isAttendee = status === "confirmed" && checkedInAt !== null;
  const state = responseId ? "answered" : windowState === "open" && !isAttendee ? "not_checked_in" : windowState;
  return { ...survey, state, name, event };
}

/**
 * A page of what attendees wrote, the newest day first: comments, or the answers to one question;
 * none while fewer than five answered.
 */
export async function listComments(
  { eventId }: OrganizerScope | ViewerScope,
  { question, limit, cursor }: ListCommentsInput,
): Promise<Page<Comment>> {
  const list = `survey-comments:${eventId}:${question ?? ""}`;
  const after = openCursor(list, cursor, position);
  const { createdAt, id, rating, nps } = surveyResponses;
  const text: SQL<string> =
    question === undefined
      ? sql<string>`${surveyResponses.comment}`
      : sql<string>`${surveyResponses.answers} ->> ${question}::text`;
  const rows = await db()
    .select({ id, text, rating, nps, submittedAt: createdAt, at: preciseInstant(createdAt) })
    .from(surveyResponses)
    .where(
      and(
        eq(surveyResponses.eventId, eventId),
        isNotNull(text),
        hasEnoughAnswers(eventId),
        after ? sql`(${createdAt}, ${id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (row) => sealCursor(list, [row.at, row.id]));
  return {
    ...page,
    items: page.items.map(({ at: _at, submittedAt, ...comment }) => ({ ...comment, submittedAt: dayOf(submittedAt) })),
  };
}

/** The survey of an event, with its defaults filled in. */
export function surveyOf(
  eventId: string,
  event: { endsAt: Date },
  row: (SurveyChoice & { questions: Question[] | null; keepsNames: boolean | null }) | null,
): Survey {
  const { questions, keepsNames } = row ?? {};
  return { eventId, ...surveyWindowOf(event, row), questions: questions ?? [], keepsNames: keepsNames ?? false };
}

/** Whether anybody has answered the survey of this event. */
export function hasAnswersTo(eventId: typeof events.id | string): SQL<boolean> {
  return sql<boolean>`exists (select from survey_responses answered where answered.event_id = ${eventId})`;
}

/** Whether so many have answered that what they said is told. */
export function hasEnoughAnswers(eventId: string): SQL {
  return sql`(
    select count(*) from (
      select from survey_responses enough where enough.event_id = ${eventId} limit ${fewestForScore}
    ) counted) >= ${fewestForScore}`;
}

// A cursor must name the instant as exactly as the row has it, or rows of the same millisecond get lost between pages.
export function preciseInstant(column: typeof surveyResponses.createdAt): SQL<string> {
  return sql<string>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}
