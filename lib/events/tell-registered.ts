import { sql } from "drizzle-orm";
import { fanOuts } from "@/db/schema/fan-outs";
import type { FormerPlan } from "@/db/schema/outbox";
import type { Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { type Recipients, writeFanOutBatch } from "@/lib/platform/fan-outs";
import { priorityByKind } from "@/lib/platform/outbox";

type Revision = { id: string; revision: number };

// Nearly every event has fewer people; those beyond are written by the timer, so that the
// organizer's request stays short.
const peopleAtOnce = 1_000;

/**
 * Whoever had a seat, a place in the line or an open request at the change. Who has not been told
 * of an earlier change yet hears of both at once: that message is locked here, so that no worker
 * sends it with what is no longer true.
 */
export const registeredAtChange: Recipients = {
  kinds: ["event_changed", "event_cancelled"],
  dedupeKey: sql`r.about || ':' || r.id`,
  with: sql`waiting as (
    select told.registration_id from batch r cross join lateral (
      select registration_id from outbox
      where event_id = r.event_id and registration_id = r.id and kind = 'event_changed' and r.kind = 'event_changed'
        and ((status = 'pending' and leased_until is null) or created_at > r.moment)
      for update skip locked
    ) told
  ),`,
  isRecipient: sql`r.status in ('confirmed', 'waitlisted', 'pending') and r.registered_at <= r.moment
    and not exists (select from waiting where waiting.registration_id = r.id)`,
  // Changes are told in the order in which they were made.
  mustWait: sql`exists (
    select from fan_outs earlier where earlier.event_id = f.event_id and earlier.kind = 'event_changed'
      and (earlier.moment, earlier.about) < (f.moment, f.about)
  )`,
};

/**
 * Tells everyone with a seat, a place in the line or an open request that the event is called off:
 * the first of them at once, the others by the timer. What was still to be written to them about
 * the event is dropped.
 */
export async function tellCancelled(tx: Transaction, event: Revision): Promise<void> {
  await tx.execute(sql`delete from ${fanOuts} where event_id = ${event.id}::uuid`);
  await tellRegistered(tx, "event_cancelled", event, null);
}

/** Tells them of a new time or place: the first of them at once, the others by the timer. */
export async function tellChanged(tx: Transaction, event: Revision, former: FormerPlan): Promise<void> {
  await tellRegistered(tx, "event_changed", event, former);
}

async function tellRegistered(
  tx: Transaction,
  kind: "event_changed" | "event_cancelled",
  { id: eventId, revision }: Revision,
  formerPlan: FormerPlan | null,
): Promise<void> {
  const at = now();
  const about = `${kind}:${eventId}:${revision}`;
  const priority = priorityByKind[kind];
  await tx.insert(fanOuts).values({ eventId, about, kind, priority, formerPlan, moment: at, createdAt: at });
  await writeFanOutBatch(registeredAtChange, { tx, only: { eventId, about }, limit: peopleAtOnce });
}
