import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { eventKeyOf } from "@/db/event-key";
import type { Question } from "@/db/schema/events";
import type { Actor } from "@/lib/access/actor";
import { type OrganizerScope, requireViewer, type ViewerScope } from "@/lib/access/scopes";
import { cached, eventTag } from "@/lib/platform/cache";
import { AppError } from "@/lib/platform/errors";
import { fewestForScore, type Recommendations, toldScores } from "./rules";

export type RatingCounts = Record<"1" | "2" | "3" | "4" | "5", number>;

/** What attendees answered, in numbers; while fewer than five did, only how many. */
export type SurveyTotals = { [Kind in keyof Recommendations]: number | null } & {
  responses: number;
  comments: number;
  averageRating: number | null;
  nps: number | null;
  ratings: RatingCounts | null;
};

/**
 * One own question with its answers: how many, what they average, and how often each was given (not
 * for free text, nor while fewer than five were).
 */
export type QuestionSummary = Question & {
  answered: number;
  average: number | null;
  counts: { answer: string; count: number }[];
};

export type SurveyResults = SurveyTotals & {
  /** Those who were checked in, so who could answer. */
  invited: number;
  questions: QuestionSummary[];
};

/** Those totals as they are counted, which nobody is told before there are enough. */
export type CountedTotals = Recommendations &
  Pick<SurveyTotals, "responses" | "comments" | "averageRating"> & {
    ratings: RatingCounts;
  };
type ResultsRow = {
  totals: CountedTotals;
  invited: number;
  questions: Question[];
  answered: { id: string; count: number; average: number | null }[];
  given: { id: string; answer: string; count: number }[];
};

/** The survey's results as SQL counts them, kept until the event changes. */
export async function getSurveyResults({ eventId }: OrganizerScope | ViewerScope): Promise<SurveyResults> {
  const options = { tags: [eventTag(eventId)], ttlSeconds: 15 * 60 };
  return cached(`survey-results:${eventId}`, options, () => countResults(eventId));
}

/** The results for those who may run the event, null for everybody else. */
export async function findSurveyResults(actor: Actor, eventId: string): Promise<SurveyResults | null> {
  try {
    return await getSurveyResults(await requireViewer(actor, eventId));
  } catch (error) {
    if (error instanceof AppError && (error.code === "not_found" || error.code === "unauthenticated")) return null;
    throw error;
  }
}

async function countResults(eventId: string): Promise<SurveyResults> {
  const isOfEvent = sql`event_id = ${eventKeyOf(eventId)}`;
  const [row] = await db().execute<ResultsRow>(sql`
    with asked as (
      select coalesce((select questions from surveys where event_id = ${eventId}), '[]') as questions
    ), closed as (
      select question ->> 'id' as id from asked, jsonb_array_elements(asked.questions) question
      where question ->> 'kind' <> 'text'
    ), answers as materialized (
      select answer.key as id, answer.value
      from survey_responses, jsonb_each(survey_responses.answers) answer where ${isOfEvent}
    )
    select
      (select ${countedResponses()} from survey_counters where ${isOfEvent}) as totals,
      (select coalesce(sum(attended), 0)::int from registration_counters where ${isOfEvent}) as invited,
      (select questions from asked) as questions,
      (select coalesce(json_agg(a), '[]') from (
        select id, count(*)::int as count,
          (avg((value #>> '{}')::numeric) filter (where jsonb_typeof(value) = 'number'))::float8 as average
        from answers group by id) a) as answered,
      (select coalesce(json_agg(g), '[]') from (
        select id, value #>> '{}' as answer, count(*)::int as count
        from answers join closed using (id) group by 1, 2) g) as given`);
  if (!row) throw new Error("an aggregate answered with no row");
  const { totals, invited, questions, answered, given } = row;
  return {
    ...toldTotals(totals),
    invited,
    questions: questions.map((question) => summaryOf(question, answered, given)),
  };
}

/** What the rows of `survey_counters` add up to, as one JSON column. */
export function countedResponses() {
  return sql`json_build_object(
    'responses', coalesce(sum(${responses}), 0), 'averageRating', ${averageRating()}, 'comments', coalesce(sum(comments), 0),
    'promoters', coalesce(sum(promoters), 0), 'passives', coalesce(sum(passives), 0),
    'detractors', coalesce(sum(detractors), 0),
    'ratings', json_build_object(
      '1', coalesce(sum(rated_1), 0), '2', coalesce(sum(rated_2), 0), '3', coalesce(sum(rated_3), 0),
      '4', coalesce(sum(rated_4), 0), '5', coalesce(sum(rated_5), 0)))`;
}

const responses = sql`(rated_1 + rated_2 + rated_3 + rated_4 + rated_5)`;

/** The same in the numbers that a list shows, each in a column of its own. */
export function countedScores() {
  return sql`coalesce(sum(${responses}), 0)::int as responses, ${averageRating()} as "averageRating",
    coalesce(sum(promoters), 0)::int as promoters, coalesce(sum(passives), 0)::int as passives,
    coalesce(sum(detractors), 0)::int as detractors`;
}

function averageRating() {
  return sql`(sum(rated_1 + 2 * rated_2 + 3 * rated_3 + 4 * rated_4 + 5 * rated_5)::numeric
    / nullif(sum(${responses}), 0))::float8`;
}

/**
 * The totals as organizers are told them: while fewer than five answered, how many did and no more.
 */
export function toldTotals(totals: CountedTotals): SurveyTotals {
  const { responses, comments, ratings, promoters, passives, detractors } = totals;
  const { averageRating, nps } = toldScores(totals);
  const told = { responses, comments, averageRating, nps, ratings: averageRating === null ? null : ratings };
  return nps === null
    ? { ...told, promoters: null, passives: null, detractors: null }
    : { ...told, promoters, passives, detractors };
}

function summaryOf(question: Question, answered: ResultsRow["answered"], given: ResultsRow["given"]): QuestionSummary {
  const total = answered.find(({ id }) => id === question.id);
  const counted = new Map(given.filter(({ id }) => id === question.id).map(({ answer, count }) => [answer, count]));
  const offered = question.kind === "rating" ? ["1", "2", "3", "4", "5"] : (question.options ?? []);
  const isTold = total !== undefined && total.count >= fewestForScore && question.kind !== "text";
  const answers = isTold ? [...new Set([...offered, ...counted.keys()])] : [];
  return {
    ...question,
    answered: total?.count ?? 0,
    average: isTold && question.kind === "rating" ? total.average : null,
    counts: answers.map((answer) => ({ answer, count: counted.get(answer) ?? 0 })),
  };
}
