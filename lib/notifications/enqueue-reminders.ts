import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { now } from "@/lib/platform/clock";
import { priorityByKind } from "@/lib/platform/outbox";
import { newMessageId } from "./new-message-id";

// As far ahead as an organizer may have people reminded, and a day for the hour that clocks change.
const furthestDays = 31;

/**
 * Writes every reminder that is due, of all events, in one statement, and returns how many: for people with a seat who had it before
 * the reminder's time. Whole days are counted on the event's own calendar. A reminder may go out until the next one is due, so a late
 * call never sends two at once. Called twice, late or at once by several, it writes each once; an event that moved is reminded of
 * again, unless the former reminder came within the latter half of the new one's span.
 */
export async function enqueueReminders(): Promise<number> {
  const at = sql`${now().toISOString()}::timestamptz`;
  const written = await db().execute(sql`
    with planned as (
      select e.id as event_id, e.starts_at, minutes,
             ((e.starts_at at time zone e.timezone) - make_interval(days => minutes / 1440)) at time zone e.timezone
               - make_interval(mins => minutes % 1440) as due_at
      from events e cross join unnest(e.reminder_minutes) minutes
      where e.status = 'published' and e.starts_at > ${at}
        and e.starts_at <= ${at} + make_interval(days => ${furthestDays})
    ), due as (
      select event_id, minutes, due_at
      from (select *, lead(due_at, 1, starts_at) over (partition by event_id order by due_at) as until from planned) spans
      where due_at <= ${at} and until > ${at}
    )
    insert into outbox (id, kind, dedupe_key, event_id, registration_id, user_id, priority, run_at, created_at)
    select ${newMessageId}, 'event_reminder', r.id || ':event_reminder:' || minutes || ':' || extract(epoch from due_at)::bigint,
           r.event_id, r.id, r.user_id, ${priorityByKind.event_reminder}::smallint, ${at}, ${at}
    from due
    join registrations r on r.event_id = due.event_id and r.status = 'confirmed' and r.user_id is not null
      and r.registered_at < due_at
    where not exists (
      select from outbox told
      where told.event_id = r.event_id and told.registration_id = r.id and told.kind = 'event_reminder'
        and told.dedupe_key like r.id || ':event_reminder:' || minutes || ':%'
        and told.created_at > due_at - make_interval(mins => minutes / 2)
    )
    on conflict (dedupe_key) do nothing`);
  return written.count;
}
