import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { enqueueMessages } from "@/lib/platform/outbox";

type Promoted = { id: string; user_id: string; revision: number };

/**
 * Moves the first in line into the free seats of an event that is published and not over, sets the counters, tells each person, and
 * returns the registration ids in line order. The caller holds the event's row lock, so nobody is passed over or moved twice.
 */
export async function promoteWaitlisted(tx: Transaction, eventId: string): Promise<string[]> {
  const at = now().toISOString();
  const promoted = await tx.execute<Promoted>(sql`
with next_in_line as (
  select r.id, r.waitlist_order from registrations r
  where r.event_id = ${eventId} and r.status = 'waitlisted'
  order by r.waitlist_order
  limit coalesce((
    select greatest(0, least(waitlist_count, coalesce(capacity - seats_taken, waitlist_count))) from events
    where id = ${eventId} and status = 'published' and ends_at > ${at}::timestamptz
  ), 0)
), moved as (
  update registrations r
  set status = 'confirmed', waitlist_order = null, revision = r.revision + 1, updated_at = ${at}::timestamptz
  from next_in_line n
  where r.event_id = ${eventId} and r.id = n.id
  returning r.id, r.user_id, r.revision, n.waitlist_order
), counted as (
  update events
  set seats_taken = seats_taken + (select count(*) from moved), waitlist_count = waitlist_count - (select count(*) from moved)
  where id = ${eventId} and exists (select from moved)
)
select id, user_id, revision from moved order by waitlist_order`);
  const messages = promoted.map(({ id, user_id, revision }) => ({
    kind: "registration_promoted" as const,
    dedupeKey: `registration_promoted:${id}:${revision}`,
    eventId,
    registrationId: id,
    userId: user_id,
  }));
  await enqueueMessages(tx, messages);
  return promoted.map(({ id }) => id);
}
