import { sql } from "drizzle-orm";
import { outbox } from "@/db/schema/outbox";
import { registrations } from "@/db/schema/registrations";
import type { Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { priorityByKind } from "@/lib/platform/outbox";

/** Enqueues a message to everyone with a seat, a place in the line or an open request, in one statement and once for each revision of the event. */
export async function tellRegistered(
  tx: Transaction,
  kind: "event_changed" | "event_cancelled",
  event: { id: string; revision: number },
): Promise<void> {
  const at = now().toISOString();
  const about = `${kind}:${event.id}:${event.revision}:`;
  await tx.execute(sql`
    insert into ${outbox} (id, kind, dedupe_key, event_id, registration_id, user_id, priority, run_at, created_at)
    select gen_random_uuid(), ${kind}::message_kind, ${about}::text || ${registrations.id}, ${registrations.eventId},
           ${registrations.id}, ${registrations.userId}, ${priorityByKind[kind]}::smallint,
           ${at}::timestamptz, ${at}::timestamptz
    from ${registrations}
    where ${registrations.eventId} = ${event.id} and ${registrations.status} in ('confirmed', 'waitlisted', 'pending')
      and ${registrations.userId} is not null
    on conflict (dedupe_key) do nothing`);
}
