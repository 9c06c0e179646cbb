import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { eventKeyOf } from "@/db/event-key";
import { now } from "@/lib/platform/clock";
import { type CountedTotals, countedResponses, type SurveyTotals, toldTotals } from "@/lib/surveys/results";

export type DepartmentCount = { department: string | null; registered: number; checkedIn: number };
export type DayCount = { date: string; registered: number; cancelled: number };
export type ArrivalCount = { at: Date; checkedIn: number };

export type Aggregates = {
  cancelled: number;
  checkedIn: number;
  byDepartment: DepartmentCount[];
  /** Confirmed registrations by the day they were made, cancelled ones by the day they were cancelled; no day is left out. */
  byDay: DayCount[];
  /** Admissions in steps of 5 minutes; steps without any are left out. */
  arrivals: ArrivalCount[];
  survey: SurveyTotals;
  asOf: Date;
};

type AggregatesRow = {
  cancelled: number;
  checkedIn: number;
  byDepartment: DepartmentCount[];
  byDay: DayCount[];
  arrivals: { at: string; checkedIn: number }[];
  survey: CountedTotals;
};

/**
 * Everything of a dashboard that counters hold, in one statement and so at one instant, however
 * many registered.
 */
export async function readAggregates(eventId: string): Promise<Aggregates> {
  const asOf = now();
  const isOfEvent = sql`event_id = ${eventKeyOf(eventId)}`;
  const [row] = await db().execute<AggregatesRow>(sql`
    with event as materialized (
      select timezone, least(ends_at, ${asOf.toISOString()}::timestamptz) as last from events where id = ${eventId}
    ), totals as (
      select coalesce(sum(cancelled), 0)::int as cancelled, coalesce(sum(attended), 0)::int as "checkedIn"
      from registration_counters where ${isOfEvent}
    ), slots as materialized (
      select slot, sum(registered) as registered, sum(confirmed) as confirmed, sum(cancelled) as cancelled, sum(attended) as attended
      from slot_counters where ${isOfEvent} group by slot
    ), happened as materialized (
      select (slot at time zone timezone)::date as day, sum(confirmed)::int as registered, sum(cancelled)::int as cancelled,
        sum(registered) as made
      from slots, event where registered > 0 or cancelled > 0 group by 1
    ), days as (
      select day::date from (
        select min(day) filter (where made > 0) as first, greatest(max(day), (select (last at time zone timezone)::date from event)) as last
        from happened) span, generate_series(span.first::timestamp, span.last, '1 day') day
    ), by_day as (
      select to_char(day, 'YYYY-MM-DD') as date, coalesce(registered, 0) as registered, coalesce(cancelled, 0) as cancelled
      from days left join happened using (day) order by day
    ), by_department as (
      select nullif(department, '') as department, sum(confirmed)::int as registered, sum(attended)::int as "checkedIn"
      from department_counters where ${isOfEvent}
      group by department having sum(confirmed) > 0 order by 2 desc, 1
    ), arrivals as (
      select slot as at, attended::int as "checkedIn" from slots where attended > 0 order by 1
    )
    select
      totals.*,
      (select coalesce(json_agg(d), '[]') from by_department d) as "byDepartment",
      (select coalesce(json_agg(d), '[]') from by_day d) as "byDay",
      (select coalesce(json_agg(a), '[]') from arrivals a) as arrivals,
      (select ${countedResponses()} from survey_counters where ${isOfEvent}) as survey
    from totals`);
  if (!row) throw new Error("an aggregate answered with no row");
  const arrivals = row.arrivals.map(({ at, checkedIn }) => ({ at: new Date(at), checkedIn }));
  return { ...row, arrivals, survey: toldTotals(row.survey), asOf };
}
