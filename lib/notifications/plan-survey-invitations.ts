import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import { priorityByKind } from "@/lib/platform/outbox";
import { planDueEvents } from "./plan-due-events";

const pauseHours = 2;
// Whoever is asked a week later no longer knows; this is for a worker that was down over a weekend.
const latestDays = 3;

/**
 * Starts the invitations of those of the next due events whose survey is open, ends those of the
 * others, and sets when to look again; returns at how many events it looked.
 */
export function planSurveyInvitations(): Promise<number> {
  const at = sql`${now().toISOString()}::timestamptz`;
  return planDueEvents("surveys", (tx, eventIds) =>
    tx.execute(sql`
      with due as materialized (
        select value as id from ${eventIds} ids (value)
      ), planned as materialized (
        select e.id as event_id,
               greatest(e.starts_at, coalesce(s.opens_at, e.ends_at + make_interval(hours => ${pauseHours}))) as opens_at,
               least(s.closes_at, coalesce(s.opens_at, e.ends_at) + make_interval(days => ${latestDays})) as until
        from due join events e using (id) left join surveys s on s.event_id = e.id
        where e.status in ('published', 'completed')
      ), live as (
        select * from planned where opens_at <= ${at} and until > ${at}
      ), ended as (
        delete from fan_outs f using due
        where f.event_id = due.id and f.kind = 'survey_invitation' and f.event_id not in (select event_id from live)
      ), started as (
        insert into fan_outs (event_id, about, kind, priority, moment, until, created_at)
        select event_id, 'survey_invitation', 'survey_invitation', ${priorityByKind.survey_invitation}::smallint, opens_at, until,
               ${at}
        from live
        on conflict (event_id, about) do update set until = excluded.until
      ), upcoming as (
        select event_id, opens_at from planned where opens_at > ${at} and until > opens_at
      ), scheduled as (
        update event_timers t set due_at = upcoming.opens_at
        from upcoming where t.name = 'surveys' and t.event_id = upcoming.event_id
      )
      delete from event_timers t using due
      where t.name = 'surveys' and t.event_id = due.id and due.id not in (select event_id from upcoming)`),
  );
}
