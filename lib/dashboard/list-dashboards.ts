import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import type { PersonScope } from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";
import { openCursor, type Page, pageOf, sealCursor } from "@/lib/platform/page";
import { npsOf, type Recommendations } from "@/lib/surveys/rules";
import type { ListDashboardsInput } from "./input";

type Counts = {
  registered: number;
  waitlisted: number;
  checkedIn: number;
  responses: number;
  averageRating: number | null;
  nps: number | null;
};

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

export type Dashboards = Page<EventNumbers> & { totals: Counts & { events: number }; asOf: Date };

const list = "dashboards";
const position = z.tuple([z.string().max(40), z.uuid()]);

/** The totals of all events that this person runs (an administrator: of all), and a page of them, the latest start first. */
export async function listDashboards(scope: PersonScope, { limit, cursor }: ListDashboardsInput): Promise<Dashboards> {
  const after = openCursor(list, cursor, position);
  const asOf = now();
  const [totals, page] = await Promise.all([countTotals(scope), countPage(scope, limit, after)]);
  const { items, nextCursor } = pageOf(page, limit, (row) => sealCursor(list, [row.position, row.eventId]));
  return { totals, items: items.map(eventNumbersOf), nextCursor, asOf };
}

async function countTotals(scope: PersonScope): Promise<Dashboards["totals"]> {
  const [row] = await db().execute<Omit<Dashboards["totals"], "nps"> & Recommendations>(sql`
    with mine as materialized (select id, seats_taken, waitlist_count from events where ${isRunBy(scope)})
    select totals.*, attendance.*, answers.*
    from (select count(*)::int as events, coalesce(sum(seats_taken), 0)::int as registered,
        coalesce(sum(waitlist_count), 0)::int as waitlisted from mine) totals,
      (select count(*)::int as "checkedIn" from registrations r join mine on mine.id = r.event_id
        where r.status = 'confirmed' and r.checked_in_at is not null) attendance,
      (select ${answerCounts()} from survey_responses s join mine on mine.id = s.event_id) answers`);
  if (!row) throw new Error("an aggregate answered with no row");
  return withScore(row);
}

// Drizzle leaves dates of plain statements as text, so instants travel as milliseconds.
type PageRow = Omit<EventNumbers, "nps" | "startsAt" | "endsAt"> &
  Recommendations & { startsAtMs: number; endsAtMs: number; position: string };

function eventNumbersOf({ position: _position, startsAtMs, endsAtMs, ...row }: PageRow): EventNumbers {
  return withScore({ ...row, startsAt: new Date(startsAtMs), endsAt: new Date(endsAtMs) });
}

function countPage(scope: PersonScope, limit: number, after: z.output<typeof position> | null) {
  const beyond = after ? sql`and (starts_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``;
  return db().execute<PageRow>(sql`
    with page as materialized (
      select * from events where ${isRunBy(scope)} ${beyond} order by starts_at desc, id desc limit ${limit + 1}
    )
    select e.id as "eventId", e.slug, e.title, e.status, e.timezone,
      (extract(epoch from e.starts_at) * 1000)::float8 as "startsAtMs",
      (extract(epoch from e.ends_at) * 1000)::float8 as "endsAtMs",
      e.capacity, e.seats_taken as registered, e.waitlist_count as waitlisted, e.starts_at::text as position,
      attendance.*, answers.*
    from page e
    cross join lateral (select count(*)::int as "checkedIn" from registrations r
      where r.event_id = e.id and r.status = 'confirmed' and r.checked_in_at is not null) attendance
    cross join lateral (select ${answerCounts()} from survey_responses s where s.event_id = e.id) answers
    order by e.starts_at desc, e.id desc`);
}

function isRunBy({ role, userId }: PersonScope) {
  if (role === "admin") return sql`true`;
  return sql`(organizer_id = ${userId} or exists (select from event_members m
    where m.event_id = events.id and m.user_id = ${userId} and m.role = 'organizer'))`;
}

function answerCounts() {
  return sql`count(*)::int as responses, avg(rating)::float8 as "averageRating",
    (count(*) filter (where nps >= 9))::int as promoters, (count(*) filter (where nps between 7 and 8))::int as passives,
    (count(*) filter (where nps <= 6))::int as detractors`;
}

function withScore<Row extends Recommendations>({ promoters, passives, detractors, ...row }: Row) {
  return { ...row, nps: npsOf({ promoters, passives, detractors }) };
}
