import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { now } from "@/lib/platform/clock";
import { type SurveyTotals, surveyTotals, withNps } from "@/lib/surveys/results";

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
  survey: Omit<SurveyTotals, "nps">;
};

/** Everything of a dashboard that is counted from rows, in one statement and so at one instant. */
export async function countAggregates(eventId: string): Promise<Aggregates> {
  const asOf = now();
  const [row] = await db().execute<AggregatesRow>(sql`
    with people as materialized (
      select r.status, r.department, r.checked_in_at,
        (r.registered_at at time zone e.timezone)::date as registered_on,
        (r.cancelled_at at time zone e.timezone)::date as cancelled_on
      from events e join registrations r on r.event_id = e.id where e.id = ${eventId}
    ), confirmed as (
      select * from people where status = 'confirmed'
    ), days as (
      select day::date from (
        select min(registered_on) as first, greatest(max(registered_on), max(cancelled_on),
          (select (least(ends_at, ${asOf.toISOString()}::timestamptz) at time zone timezone)::date from events where id = ${eventId})) as last
        from people) span, generate_series(span.first::timestamp, span.last, '1 day') day
    ), registered as (
      select registered_on as day, count(*)::int as registered from confirmed group by 1
    ), cancelled as (
      select cancelled_on as day, count(*)::int as cancelled from people where status = 'cancelled' group by 1
    ), by_day as (
      select to_char(day, 'YYYY-MM-DD') as date, coalesce(registered, 0) as registered, coalesce(cancelled, 0) as cancelled
      from days left join registered using (day) left join cancelled using (day) order by day
    ), by_department as (
      select department, count(*)::int as registered, count(checked_in_at)::int as "checkedIn"
      from confirmed group by 1 order by 2 desc, 1
    ), arrivals as (
      select date_bin('5 minutes', checked_in_at, '2000-01-01Z') as at, count(*)::int as "checkedIn"
      from confirmed where checked_in_at is not null group by 1 order by 1
    )
    select
      (select count(*)::int from people where status = 'cancelled') as cancelled,
      (select count(checked_in_at)::int from confirmed) as "checkedIn",
      (select coalesce(json_agg(d), '[]') from by_department d) as "byDepartment",
      (select coalesce(json_agg(d), '[]') from by_day d) as "byDay",
      (select coalesce(json_agg(a), '[]') from arrivals a) as arrivals,
      (select ${surveyTotals()} from survey_responses where event_id = ${eventId}) as survey`);
  if (!row) throw new Error("an aggregate answered with no row");
  const arrivals = row.arrivals.map(({ at, checkedIn }) => ({ at: new Date(at), checkedIn }));
  return { ...row, arrivals, survey: withNps(row.survey), asOf };
}
