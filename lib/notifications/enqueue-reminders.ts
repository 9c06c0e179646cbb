import { sql } from "drizzle-orm";
import { type Recipients, resumeFanOuts } from "@/lib/platform/fan-outs";
import { planReminders } from "./plan-reminders";
import { writeFanOuts } from "./write-fan-outs";

// Had the seat before the reminder's time, and was not reminded within the latter half of its span
// by an event that moved since.
const recipients: Recipients = {
  kinds: ["event_reminder"],
  dedupeKey: sql`r.id || ':event_reminder:' || r.minutes || ':' || extract(epoch from r.moment)::bigint`,
  isRecipient: sql`r.status = 'confirmed' and r.registered_at < r.moment and (
    select true from outbox told
    where told.event_id = r.event_id and told.registration_id = r.id and told.kind = 'event_reminder'
      and told.dedupe_key like r.id || ':event_reminder:' || r.minutes || ':%'
      and told.created_at > r.moment - make_interval(mins => r.minutes / 2)
    limit 1
  ) is null`,
};

/**
 * Writes every reminder that is due, of all events, in bounded batches, and returns how many: for
 * people with a seat who had it before the reminder's time. Called twice, late or at once by
 * several, it writes each once; an event that moved is reminded of again, unless the former
 * reminder came within the latter half of the new one's span. The signal ends it after a batch.
 */
export async function enqueueReminders(signal?: AbortSignal): Promise<number> {
  await resumeFanOuts("event_reminder");
  return writeFanOuts(recipients, { plan: planReminders, signal });
}
