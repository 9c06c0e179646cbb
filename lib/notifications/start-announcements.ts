import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { now } from "@/lib/platform/clock";
import { priorityByKind } from "@/lib/platform/outbox";

const announcementsAtOnce = 100;

/**
 * Lets the next due announcements leave, from when they can't be recalled any more, and returns how
 * many: each is either recalled or written, never both.
 */
export async function startAnnouncements(): Promise<number> {
  const at = sql`${now().toISOString()}::timestamptz`;
  const started = await db().execute(sql`
    with due as materialized (
      select event_id, id from announcements
      where enqueued_at is null and recalled_at is null and send_at <= ${at}
      order by send_at limit ${announcementsAtOnce} for update skip locked
    ), left_now as (
      update announcements a set enqueued_at = ${at}, recipient_count = 0
      from due where a.event_id = due.event_id and a.id = due.id
    )
    insert into fan_outs (event_id, about, kind, priority, moment, announcement_id, created_at)
    select event_id, 'announcement:' || id, 'announcement', ${priorityByKind.announcement}::smallint, ${at}, id, ${at} from due
    returning about`);
  return started.length;
}
