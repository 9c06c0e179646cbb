import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import type { PersonScope } from "@/lib/access/scopes";
import { requireCategory } from "@/lib/events/categories/list-categories";
import { now } from "@/lib/platform/clock";
import { openCursor, type Page, pageOf, sealCursor } from "@/lib/platform/page";
import { countedScores } from "@/lib/surveys/results";
import { type Recommendations, toldScores } from "@/lib/surveys/rules";
import { type Counts, countEvents, type EventTotals, peopleCounters, placesOf } from "./count-events";
import type { ListDashboardsInput } from "./input";
import { isAskedFor, ownEvents } from "./own-events";

/** One event of a list, in its most asked numbers. */
export type EventNumbers = Counts & {
  eventId: string;
  slug: string;
  title: string;
  status: "draft" | "published" | "cancelled" | "completed";
  startsAt: Date;
  endsAt: Date;
  timezone: string;
  capacity: number | null;
};

export type Dashboards = Page<EventNumbers> & EventTotals & { asOf: Date };

const list = "dashboards";
const position = z.tuple([z.string().max(40), z.uuid()]);

/**
 * The totals of the events that this person runs (an administrator: of all), and a page of them,
 * the latest start first.
 */
export async function listDashboards(scope: PersonScope, input: ListDashboardsInput): Promise<Dashboards> {
  const after = openCursor(list, input.cursor, position);
  const asOf = now();
  if (input.category) await requireCategory(input.category);
  const [totals, page] = await Promise.all([countEvents(scope, input), countPage(scope, input, after)]);
  const { items, nextCursor } = pageOf(page, input.limit, (row) => sealCursor(list, [row.position, row.eventId]));
  return { ...totals, items: items.map(eventNumbersOf), nextCursor, asOf };
}

// Drizzle leaves dates of plain statements as text, so instants travel as milliseconds.
type PageRow = Omit<EventNumbers, "nps" | "startsAt" | "endsAt"> &
  Recommendations & { startsAtMs: number; endsAtMs: number; position: string };

function eventNumbersOf({ position: _, startsAtMs, endsAtMs, promoters, passives, detractors, ...row }: PageRow) {
  const { responses, averageRating } = row;
  const scores = toldScores({ responses, averageRating, promoters, passives, detractors });
  return { ...row, ...scores, startsAt: new Date(startsAtMs), endsAt: new Date(endsAtMs) };
}

function countPage(scope: PersonScope, input: ListDashboardsInput, after: z.output<typeof position> | null) {
  const isAsked = isAskedFor(input);
  const rest = after ? sql`${isAsked} and (starts_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : isAsked;
  const last = sql`order by starts_at desc, id desc limit ${input.limit + 1}`;
  const columns = sql`id, slug, title, status, timezone, starts_at, ends_at, capacity, ${placesOf(input)}`;
  return db().execute<PageRow>(sql`
    with page as materialized (select * from ${ownEvents(scope, columns, rest, last)} own ${last})
    select e.id as "eventId", e.slug, e.title, e.status, e.timezone,
      (extract(epoch from e.starts_at) * 1000)::float8 as "startsAtMs",
      (extract(epoch from e.ends_at) * 1000)::float8 as "endsAtMs",
      e.capacity, e.starts_at::text as position, e.registered + people.registered as registered,
      e.waitlisted + people.waitlisted as waitlisted, people."checkedIn", scores.*
    from page e
    cross join lateral (
      select coalesce(sum(registered), 0)::int as registered, coalesce(sum(waitlisted), 0)::int as waitlisted,
        coalesce(sum(attended), 0)::int as "checkedIn"
      from ${peopleCounters(input)} p where event_id = e.id) people
    cross join lateral (select ${countedScores()} from survey_counters where event_id = e.id) scores
    order by e.starts_at desc, e.id desc`);
}
