import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { now } from "@/lib/platform/clock";
import { priorityByKind } from "@/lib/platform/outbox";
import { newMessageId } from "./new-message-id";

/**
 * How long before the start people are reminded. Each reminder may go out until the next one is due, so a late call never sends two
 * at once.
 */
const reminders = [
  { name: "day", hours: 24, untilHours: 2 },
  { name: "hours", hours: 2, untilHours: 0 },
];

/**
 * Writes every reminder that is due, of all events, in one statement, and returns how many: for people with a seat who had it before
 * the reminder's time. Called twice, late or at once by several, it writes each once; an event moved by more than the reminder's
 * own span is reminded of again.
 */
export async function enqueueReminders(): Promise<number> {
  const at = sql`${now().toISOString()}::timestamptz`;
  const written = await db().execute(sql`
    insert into outbox (id, kind, dedupe_key, event_id, registration_id, user_id, priority, run_at, created_at)
    select ${newMessageId}, 'event_reminder', due.dedupe_key, due.event_id, due.id, due.user_id,
           ${priorityByKind.event_reminder}::smallint, ${at}, ${at}
    from (
      select r.event_id, r.id, r.user_id,
             concat_ws(':', 'event_reminder', r.id, reminder.name,
                       floor(extract(epoch from e.starts_at) / (reminder.hours * 3600))) as dedupe_key
      from jsonb_to_recordset(${JSON.stringify(reminders)}::text::jsonb)
             as reminder(name text, hours int, "untilHours" int)
      join events e on e.status = 'published'
        and e.starts_at <= ${at} + make_interval(hours => reminder.hours)
        and e.starts_at > ${at} + make_interval(hours => reminder."untilHours")
      join registrations r on r.event_id = e.id and r.status = 'confirmed' and r.user_id is not null
        and r.registered_at < e.starts_at - make_interval(hours => reminder.hours)
    ) due
    where not exists (select from outbox told where told.dedupe_key = due.dedupe_key)
    on conflict (dedupe_key) do nothing`);
  return written.count;
}
