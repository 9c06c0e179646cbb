import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { now } from "@/lib/platform/clock";
import { newMessageId } from "@/lib/platform/new-message-id";
import { priorityByKind } from "@/lib/platform/outbox";
import { isInAudience, isReachable, peopleToWriteTo } from "./audience";

/**
 * Writes the messages of every announcement that is due, of all events, in one statement, and returns how many: to each person who is
 * in the audience at this moment, once. An announcement is either recalled or written, never both, however many call at once.
 */
export async function enqueueAnnouncements(): Promise<number> {
  const at = sql`${now().toISOString()}::timestamptz`;
  const written = await db().execute<{ count: number }>(sql`
    with due as materialized (
      select event_id, id, audience, department from announcements
      where enqueued_at is null and recalled_at is null and send_at <= ${at}
      for update skip locked
    ), written as (
      insert into outbox (id, kind, dedupe_key, event_id, registration_id, user_id, announcement_id, priority, run_at, created_at)
      select ${newMessageId}, 'announcement', concat_ws(':', 'announcement', due.id, r.user_id), r.event_id, r.id, r.user_id, due.id,
             ${priorityByKind.announcement}::smallint, ${at}, ${at}
      from due
      join (${peopleToWriteTo}) on r.event_id = due.event_id and ${isInAudience(sql`due.audience`)}
        and (due.department is null or r.department = due.department)
      where ${isReachable}
      on conflict (dedupe_key) do nothing
      returning announcement_id
    )
    update announcements a
    set enqueued_at = ${at}, recipient_count = (select count(*) from written where written.announcement_id = a.id)
    from due where a.event_id = due.event_id and a.id = due.id
    returning a.recipient_count as count`);
  return written.reduce((sum, { count }) => sum + count, 0);
}
