import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registrations";
import { inTransaction } from "@/db/transaction";
import { lockEvent } from "@/lib/events/lock-event";
import { now } from "@/lib/platform/clock";
import { lockRegistration } from "./internal";
import { releaseRegistrations } from "./release-registrations";

const batch = 500;

/**
 * Passes the seats on whose people did not answer in time, each to the next in line, and returns how many. Somebody who answers at the
 * same moment keeps the seat or has lost it, never both; run twice or by many processes at once, each seat passes on once. One that fails
 * keeps nobody else's seat back; its error comes at the end. The signal ends it after a seat.
 */
export async function releaseUnconfirmed(signal?: AbortSignal): Promise<number> {
  let released = 0;
  const errors: unknown[] = [];
  let overdue: Overdue[] = [];
  do {
    overdue = await listOverdue(overdue.at(-1));
    for (const ids of overdue) {
      if (signal?.aborted) break;
      const isReleased = await releaseIfOverdue(ids).catch((error: unknown) => void errors.push(error));
      if (isReleased) released += 1;
    }
  } while (overdue.length === batch && !signal?.aborted);
  if (errors.length > 0) throw errors[0];
  return released;
}

type Overdue = { eventId: string; registrationId: string; confirmBy: string };

// In PostgreSQL's own words, since a Date would lose the microseconds and come to the same row
// again.
async function listOverdue(after: Overdue | undefined): Promise<Overdue[]> {
  const isBeyond = after
    ? sql`(confirm_by, id) > (${after.confirmBy}::timestamptz, ${after.registrationId}::uuid)`
    : sql`true`;
  return db().execute<Overdue>(sql`
    select event_id as "eventId", id as "registrationId", confirm_by::text as "confirmBy" from registrations
    where confirm_by <= ${now().toISOString()}::timestamptz and ${isBeyond}
    order by confirm_by, id limit ${batch}`);
}

async function releaseIfOverdue(ids: { eventId: string; registrationId: string }): Promise<boolean> {
  return inTransaction(undefined, async (tx) => {
    const event = await lockEvent(tx, ids.eventId);
    const row = await lockRegistration(tx, ids);
    const at = now();
    if (!row.confirmBy || row.confirmBy > at) return false;
    // An event that is off or over has no use for the seat.
    if (event.status === "published" && event.startsAt > at) {
      await releaseRegistrations(tx, ids.eventId, [row], { by: null, tell: "seat_released" });
      return true;
    }
    await tx
      .update(registrations)
      .set({ confirmBy: null })
      .where(and(eq(registrations.eventId, row.eventId), eq(registrations.id, row.id)));
    return false;
  });
}
