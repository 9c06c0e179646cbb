import { sql } from "drizzle-orm";
import { registeredAtChange } from "@/lib/events/tell-registered";
import { now } from "@/lib/platform/clock";
import { areUnfinished, type Recipients } from "@/lib/platform/fan-outs";
import { isInAudience, isReachable, reachabilityJoins } from "./audience";
import { startAnnouncements } from "./start-announcements";
import { writeFanOuts } from "./write-fan-outs";

const audienceOfAnnouncement: Recipients = {
  kinds: ["announcement"],
  dedupeKey: sql`concat_ws(':', 'announcement', r.announcement_id, r.user_id)`,
  joins: sql`join announcements a on a.event_id = r.event_id and a.id = r.announcement_id ${reachabilityJoins}`,
  isRecipient: sql`${isInAudience(sql`a.audience`)} and (a.department is null or r.department = a.department) and ${isReachable}`,
};

/**
 * True when there is anything for `enqueueAnnouncements` to do: a few probes of indexes that are
 * nearly always empty.
 */
export function areAnnouncementsDue() {
  return sql`(
    exists (select from announcements where enqueued_at is null and recalled_at is null
      and send_at <= ${now().toISOString()}::timestamptz)
    or ${areUnfinished(["announcement", ...registeredAtChange.kinds])}
  )`;
}

/**
 * Writes the messages of every announcement that is due, and the news of events that changed or
 * were called off to those whom the organizer's request did not reach, in bounded batches; returns
 * how many. An announcement goes to each person who is in its audience when its turn comes, once,
 * however many call at once. The signal ends it after a batch.
 */
export async function enqueueAnnouncements(signal?: AbortSignal): Promise<number> {
  const news = await writeFanOuts(registeredAtChange, { plan: async () => 0, signal });
  return news + (await writeFanOuts(audienceOfAnnouncement, { plan: startAnnouncements, signal }));
}
