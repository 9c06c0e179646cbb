import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { PersonScope } from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";
import { countedScores } from "@/lib/surveys/results";
import { type Recommendations, toldScores } from "@/lib/surveys/rules";
import type { DepartmentCount } from "./aggregates";
import type { ListDashboardsInput } from "./input";
import { isAskedFor, ownEvents } from "./own-events";

/** An event, or many, in the most asked numbers. */
export type Counts = {
  registered: number;
  waitlisted: number;
  checkedIn: number;
  responses: number;
  averageRating: number | null;
  nps: number | null;
};

type GroupCount = { events: number; registered: number; checkedIn: number };

export type EventTotals = {
  totals: Counts & { events: number };
  /** By the month of their start in UTC; months without an event are left out. */
  byMonth: (GroupCount & { month: string })[];
  /** The 100 departments with the most registrations. */
  byDepartment: DepartmentCount[];
  byCategory: (GroupCount & { category: string })[];
  /**
   * Which part of the confirmed registrations of events that are over was never checked in; null
   * where there were none.
   */
  noShowRate: number | null;
};

type TotalsRow = Omit<EventTotals, "totals"> & Omit<EventTotals["totals"], "nps"> & Recommendations;
type Asked = Pick<ListDashboardsInput, "from" | "to" | "category" | "department">;

/**
 * The totals of a person's events that start in the period, from their counters and at one instant:
 * as much work as there are events, however many registered. With a department only its people are
 * counted, but the answers of all, since those bear no name.
 */
export async function countEvents(scope: PersonScope, asked: Asked): Promise<EventTotals> {
  const at = sql`${now().toISOString()}::timestamptz`;
  const columns = sql`id, category, date_trunc('month', starts_at at time zone 'UTC') as month,
    ends_at <= ${at} and status <> 'cancelled' as is_over, ${placesOf(asked)}`;
  const period = { ...asked, from: asked.from ?? yearBefore(asked.to ?? now()) };
  const [row] = await db().execute<TotalsRow>(sql`
    with mine as materialized (select * from ${ownEvents(scope, columns, isAskedFor(period))} own
    ), people as materialized (
      select month, category, is_over, sum(c.registered) as registered, sum(c.waitlisted) as waitlisted, sum(confirmed) as confirmed,
        sum(attended) as attended
      from mine join ${peopleCounters(asked)} c on event_id = id group by month, category, is_over
    ), groups as materialized (
      select month, category, count(*) as events, sum(registered) as registered, sum(waitlisted) as waitlisted, 0 as attended
      from mine group by month, category
      union all
      select month, category, 0, registered, waitlisted, attended from people
    ), by_month as (
      select to_char(month, 'YYYY-MM') as month, ${groupCounts()} from groups group by groups.month order by groups.month
    ), by_category as (
      select category, ${groupCounts()} from groups group by category order by 2 desc, category
    ), by_department as (
      select nullif(department, '') as department, sum(confirmed)::int as registered, sum(attended)::int as "checkedIn"
      from mine join ${departmentCounters(asked)} people on event_id = id
      group by department having sum(confirmed) > 0 order by 2 desc, 1 limit 100
    )
    select totals.*, scores.*,
      (select coalesce(json_agg(m), '[]') from by_month m) as "byMonth",
      (select coalesce(json_agg(d), '[]') from by_department d) as "byDepartment",
      (select coalesce(json_agg(c), '[]') from by_category c) as "byCategory",
      (select 1 - sum(attended)::float8 / nullif(sum(confirmed), 0) from people where is_over) as "noShowRate"
    from (select ${groupCounts()}, coalesce(sum(waitlisted), 0)::int as waitlisted from groups) totals,
      (select ${countedScores()} from mine join survey_counters on event_id = id) scores`);
  if (!row) throw new Error("an aggregate answered with no row");
  const { byMonth, byDepartment, byCategory, noShowRate, promoters, passives, detractors, ...totals } = row;
  const { responses, averageRating } = totals;
  const scores = toldScores({ responses, averageRating, promoters, passives, detractors });
  return { totals: { ...totals, ...scores }, byMonth, byDepartment, byCategory, noShowRate };
}

/**
 * The columns of an event that say how many hold its seats and wait; zero where only a department
 * is asked for.
 */
export function placesOf({ department }: Pick<Asked, "department">) {
  return department === undefined
    ? sql`seats_taken as registered, waitlist_count as waitlisted`
    : sql`0 as registered, 0 as waitlisted`;
}

/** What counters add to that by event: check-ins of all, or everything of a department. */
export function peopleCounters({ department }: Pick<Asked, "department">) {
  return department === undefined
    ? sql`(select event_id, 0 as registered, 0 as waitlisted, confirmed, attended from registration_counters)`
    : sql`(select event_id, confirmed as registered, waitlisted, confirmed, attended from ${departmentCounters({ department })} d)`;
}

function departmentCounters({ department }: Pick<Asked, "department">) {
  return department === undefined
    ? sql`department_counters`
    : sql`(select * from department_counters where department = ${department})`;
}

function groupCounts() {
  return sql`coalesce(sum(events), 0)::int as events, coalesce(sum(registered), 0)::int as registered,
    coalesce(sum(attended), 0)::int as "checkedIn"`;
}

function yearBefore(end: Date): Date {
  const start = new Date(end);
  start.setUTCFullYear(start.getUTCFullYear() - 1);
  return start;
}
