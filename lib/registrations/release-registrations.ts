import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { checkIns } from "@/db/schema/check-ins";
import { registrations } from "@/db/schema/registrations";
import type { Transaction } from "@/db/transaction";
import { promoteWaitlisted } from "@/lib/events/promote-waitlisted";
import { now } from "@/lib/platform/clock";
import { enqueueMessages, type MessageKind } from "@/lib/platform/outbox";
import { addToCounters, lockParties, lockRegistration, newsFor, type RegistrationRow } from "./internal";
import { holdsSeat } from "./rules";

type Release = {
  /** The person whose act it is; null for the clock's. */
  by: string | null;
  /** What each of them is told. */
  tell: MessageKind;
  /** False leaves the freed seat to the caller. */
  isPromoting?: boolean;
};

/**
 * Cancels standing registrations of one event, which the caller has locked, and with them the guests they bring: their admissions are
 * undone, the freed seats and places go to whoever is next in line.
 */
export async function releaseRegistrations(
  tx: Transaction,
  eventId: string,
  rows: RegistrationRow[],
  { by, tell, isPromoting = true }: Release,
): Promise<void> {
  if (rows.length === 0) return;
  const at = now();
  const party = await lockParties(
    tx,
    eventId,
    rows.map(({ id }) => id),
  );
  const leaving = [...rows, ...party.filter(({ id }) => !rows.some((row) => row.id === id))];
  const ids = leaving.map(({ id }) => id);
  await tx
    .update(registrations)
    .set({
      ...{ status: "cancelled", waitlistOrder: null, pendingHoldsSeat: false, confirmBy: null },
      ...{ cancelledAt: at, cancelledBy: by, checkedInAt: null, checkedInGate: null },
      ...{ revision: sql`${registrations.revision} + 1`, updatedAt: at },
    })
    .where(and(eq(registrations.eventId, eventId), inArray(registrations.id, ids)));
  await tx
    .update(checkIns)
    .set({ isStanding: false, undoneAt: at, undoneBy: by })
    .where(
      and(
        ...[eq(checkIns.eventId, eventId), eq(checkIns.isStanding, true)],
        ...[isNotNull(checkIns.registrationId), inArray(checkIns.registrationId, ids)],
      ),
    );
  const waiting = leaving.filter(({ status }) => status === "waitlisted").length;
  await addToCounters(tx, eventId, { seats: -leaving.filter(holdsSeat).length, waiting: -waiting });
  // Also when nobody gave up a seat: a party too big for those left may have stood before somebody who fits.
  if (isPromoting) await promoteWaitlisted(tx, eventId);
  await enqueueMessages(tx, newsFor(tell, leaving));
}

/** The registration, locked for whoever wants to release it; its event is locked already. */
export function lockForRelease(
  tx: Transaction,
  ids: { eventId: string; registrationId: string },
): Promise<RegistrationRow> {
  return lockRegistration(tx, ids);
}
