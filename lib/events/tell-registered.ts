import { sql } from "drizzle-orm";
import { type FormerPlan, outbox } from "@/db/schema/outbox";
import { registrations } from "@/db/schema/registrations";
import type { Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { type MessageKind, priorityByKind } from "@/lib/platform/outbox";

type Revision = { id: string; revision: number };

/** Tells everyone with a seat, a place in the line or an open request that the event is called off, in one statement. */
export async function tellCancelled(tx: Transaction, event: Revision): Promise<void> {
  await tellRegistered(tx, "event_cancelled", event, null);
}

/**
 * Tells them, in one statement, of a new time or place. Whoever has not been told of an earlier change yet hears of both at once:
 * that message is locked here, so that no worker sends it with what is no longer true.
 */
export async function tellChanged(tx: Transaction, event: Revision, former: FormerPlan): Promise<void> {
  await tellRegistered(tx, "event_changed", event, former);
}

async function tellRegistered(tx: Transaction, kind: MessageKind, event: Revision, former: FormerPlan | null) {
  const at = now().toISOString();
  const about = `${kind}:${event.id}:${event.revision}:`;
  await tx.execute(sql`
    with waiting as (
      select registration_id from ${outbox}
      where event_id = ${event.id} and kind = 'event_changed' and ${kind} = 'event_changed'
        and status = 'pending' and leased_until is null
      for update skip locked
    )
    insert into ${outbox} (id, kind, dedupe_key, event_id, registration_id, user_id, former_plan, priority, run_at, created_at)
    select gen_random_uuid(), ${kind}::message_kind, ${about}::text || ${registrations.id}, ${registrations.eventId},
           ${registrations.id}, ${registrations.userId}, ${former && JSON.stringify(former)}::jsonb,
           ${priorityByKind[kind]}::smallint, ${at}::timestamptz, ${at}::timestamptz
    from ${registrations}
    where ${registrations.eventId} = ${event.id} and ${registrations.status} in ('confirmed', 'waitlisted', 'pending')
      and ${registrations.userId} is not null
      and not exists (select from waiting where waiting.registration_id = ${registrations.id})
    on conflict (dedupe_key) do nothing`);
}
