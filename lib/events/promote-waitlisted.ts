import { sql } from "drizzle-orm";
import { eventKeyOf } from "@/db/event-key";
import type { Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { enqueueMessages, type MessageKind } from "@/lib/platform/outbox";

type Promoted = {
  id: string;
  user_id: string | null;
  revision: number;
  status: "confirmed" | "pending";
  /** The seat is held until the address that somebody claimed is confirmed. */
  awaits_address: boolean;
};

/**
 * Moves the first in line into the free seats of an event that is published and not over, sets the counters, tells each person, and
 * returns the registration ids in line order. A party moves together or waits, and nobody overtakes it. The caller holds the event's row
 * lock, so nobody is passed over or moved twice.
 */
export async function promoteWaitlisted(tx: Transaction, eventId: string): Promise<string[]> {
  const at = now().toISOString();
  const promoted = await tx.execute<Promoted>(sql`
with event as (
  select *, approval = 'holds_seat' as is_pending,
    ${at}::timestamptz + make_interval(mins => confirm_within_minutes) as person_by,
    -- Whoever waited under an address that nobody has proved confirms it now.
    ${at}::timestamptz + make_interval(mins => coalesce(confirm_within_minutes, confirm_address_minutes)) as claimed_by
  from events where id = ${eventId} and status = 'published' and ends_at > ${at}::timestamptz
), within_reach as materialized (
  select r.id, r.waitlist_order, coalesce(r.party_of, r.id) as party from registrations r
  where r.event_id = ${eventKeyOf(eventId)} and r.status = 'waitlisted'
  order by r.waitlist_order
  limit coalesce((
    select greatest(0, least(waitlist_count, coalesce(capacity - seats_taken, waitlist_count))) from event
  ), 0)
), next_in_line as (
  -- Only the last party can be cut off by the limit: its members stand one behind the other.
  select * from within_reach w
  where not exists (
    select from registrations r
    where r.event_id = ${eventKeyOf(eventId)} and r.status = 'waitlisted' and r.party_of = w.party
      and r.id not in (select id from within_reach)
  )
), moved as (
  update registrations r
  set status = case when e.is_pending then 'pending' else 'confirmed' end::registration_status,
    pending_holds_seat = e.is_pending,
    -- Too near the start there is no time for anybody else to hear of the seat.
    confirm_by = case when e.is_pending or r.party_of is not null then null
      when r.is_claimed and e.claimed_by < e.starts_at then e.claimed_by
      when e.person_by < e.starts_at then e.person_by end,
    waitlist_order = null, revision = r.revision + 1, updated_at = ${at}::timestamptz
  from next_in_line n, event e
  where r.event_id = ${eventKeyOf(eventId)} and r.id = n.id
  returning r.id, r.user_id, r.revision, r.status, n.waitlist_order,
    r.is_claimed and r.confirm_by is not null and e.confirm_address_minutes is not null as awaits_address
), counted as (
  update events
  set seats_taken = seats_taken + (select count(*) from moved), waitlist_count = waitlist_count - (select count(*) from moved)
  where id = ${eventId} and exists (select from moved)
)
select id, user_id, revision, status, awaits_address from moved order by waitlist_order`);
  const messages = promoted.flatMap((one) => {
    const { id, user_id: userId, revision } = one;
    if (userId === null) return [];
    const kind = kindFor(one);
    return [{ kind, dedupeKey: `${kind}:${id}:${revision}`, eventId, registrationId: id, userId }];
  });
  await enqueueMessages(tx, messages);
  return promoted.map(({ id }) => id);
}

function kindFor({ status, awaits_address }: Promoted): MessageKind {
  if (status === "pending") return "registration_pending";
  return awaits_address ? "address_confirmation" : "registration_promoted";
}
