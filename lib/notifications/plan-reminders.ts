import { sql } from "drizzle-orm";
import { now } from "@/lib/platform/clock";
import { priorityByKind } from "@/lib/platform/outbox";
import { planDueEvents } from "./plan-due-events";

/**
 * Starts the reminder that each of the next due events is in time for, ends the others, and sets
 * when to look again; returns at how many events it looked. Whole days are counted on the event's
 * own calendar. A reminder may go out until the next one is due.
 */
export function planReminders(): Promise<number> {
  const at = sql`${now().toISOString()}::timestamptz`;
  const about = sql`concat_ws(':', 'event_reminder', live.minutes, extract(epoch from live.due_at)::bigint)`;
  return planDueEvents("reminders", (tx, eventIds) =>
    tx.execute(sql`
      with due as materialized (
        select value as id from ${eventIds} ids (value)
      ), planned as materialized (
        select *, lead(due_at, 1, starts_at) over (partition by event_id order by due_at) as until
        from (
          select e.id as event_id, e.starts_at, minutes,
                 ((e.starts_at at time zone e.timezone) - make_interval(days => minutes / 1440)) at time zone e.timezone
                   - make_interval(mins => minutes % 1440) as due_at
          from due join events e using (id) cross join unnest(e.reminder_minutes) minutes
          where e.status = 'published' and e.starts_at > ${at}
        ) times
      ), live as (
        select * from planned where due_at <= ${at} and until > ${at}
      ), ended as (
        delete from fan_outs f using due
        where f.event_id = due.id and f.kind = 'event_reminder'
          and not exists (select from live where live.event_id = f.event_id and ${about} = f.about)
      ), started as (
        insert into fan_outs (event_id, about, kind, priority, moment, minutes, until, created_at)
        select event_id, ${about}, 'event_reminder', ${priorityByKind.event_reminder}::smallint, due_at, minutes, until, ${at}
        from live
        on conflict (event_id, about) do update set until = excluded.until
      ), upcoming as (
        select event_id, min(due_at) as due_at from planned where due_at > ${at} group by event_id
      ), scheduled as (
        update event_timers t set due_at = upcoming.due_at
        from upcoming where t.name = 'reminders' and t.event_id = upcoming.event_id
      )
      delete from event_timers t using due
      where t.name = 'reminders' and t.event_id = due.id and due.id not in (select event_id from upcoming)`),
  );
}
