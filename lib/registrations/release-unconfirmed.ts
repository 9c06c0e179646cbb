import { and, eq, lte } from "drizzle-orm";
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
 * keeps nobody else's seat back; its error comes at the end.
 */
export async function releaseUnconfirmed(): Promise<number> {
  const overdue = await db()
    .select({ eventId: registrations.eventId, registrationId: registrations.id })
    .from(registrations)
    .where(lte(registrations.confirmBy, now()))
    .orderBy(registrations.confirmBy)
    .limit(batch);
  let released = 0;
  const errors: unknown[] = [];
  for (const ids of overdue) {
    const isReleased = await releaseIfOverdue(ids).catch((error: unknown) => void errors.push(error));
    if (isReleased) released += 1;
  }
  if (errors.length > 0) throw errors[0];
  return released;
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
