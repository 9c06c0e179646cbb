import { and, eq } from "drizzle-orm";
import { checkIns } from "@/db/schema/check-ins";
import { registrations } from "@/db/schema/registrations";
import { inTransaction, type Transaction } from "@/db/transaction";
import type { AttendeeScope, OrganizerScope } from "@/lib/access/scopes";
import { lockEvent } from "@/lib/events/lock-event";
import { promoteWaitlisted } from "@/lib/events/promote-waitlisted";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { enqueueMessages } from "@/lib/platform/outbox";
import { addToCounters, lockRegistration, type RegistrationRow } from "./internal";

type Cancelled = { id: string; status: "cancelled" };

/**
 * Gives up one's place; a freed seat goes to the first in line in the same transaction. Twice changes nothing. Not possible once
 * checked in, or when the event is over (`conflict`).
 */
export async function cancelRegistration(scope: AttendeeScope, tx?: Transaction): Promise<Cancelled> {
  return inTransaction(tx, async (tx) => {
    await cancel(tx, scope, scope.userId, (row) => {
      if (row.checkedInAt)
        throw new AppError("conflict", "You are checked in: the registration can't be cancelled now.");
    });
    return { id: scope.registrationId, status: "cancelled" };
  });
}

/** The same by an organizer, also for a person who is checked in: the admission is undone with it. */
export async function cancelRegistrationAsOrganizer(
  scope: OrganizerScope,
  { registrationId }: { registrationId: string },
  tx?: Transaction,
): Promise<Cancelled> {
  return inTransaction(tx, async (tx) => {
    const cancelled = await cancel(tx, { eventId: scope.eventId, registrationId }, scope.actorId, () => {});
    if (cancelled) {
      if (cancelled.checkedInAt) await undoAdmission(tx, cancelled, scope.actorId);
      const { eventId } = scope;
      const subject = { actorId: scope.actorId, eventId, subjectId: registrationId };
      await recordAudit(tx, { action: "registration.cancelled", ...subject });
    }
    return { id: registrationId, status: "cancelled" };
  });
}

/** Cancels under the event's lock and returns the row as it was, or null when it was cancelled already. */
async function cancel(
  tx: Transaction,
  ids: { eventId: string; registrationId: string },
  cancelledBy: string,
  requireAllowed: (row: RegistrationRow) => void,
): Promise<RegistrationRow | null> {
  const event = await lockEvent(tx, ids.eventId);
  const row = await lockRegistration(tx, ids);
  if (row.status === "cancelled") return null;
  const at = now();
  if (event.endsAt <= at) throw new AppError("conflict", "The event is over: registrations stay as they are.");
  requireAllowed(row);
  const revision = row.revision + 1;
  await tx
    .update(registrations)
    .set({
      ...{ status: "cancelled", waitlistOrder: null, revision, cancelledAt: at, cancelledBy, updatedAt: at },
      ...{ checkedInAt: null, checkedInGate: null },
    })
    .where(and(eq(registrations.eventId, row.eventId), eq(registrations.id, row.id)));
  const hadSeat = row.status === "confirmed";
  await addToCounters(tx, row.eventId, hadSeat ? { seats: -1, waiting: 0 } : { seats: 0, waiting: -1 });
  if (hadSeat) await promoteWaitlisted(tx, row.eventId);
  const about = { eventId: row.eventId, registrationId: row.id, userId: row.userId };
  await enqueueMessages(tx, [
    { kind: "registration_cancelled", dedupeKey: `registration_cancelled:${row.id}:${revision}`, ...about },
  ]);
  return row;
}

async function undoAdmission(tx: Transaction, { eventId, id }: RegistrationRow, undoneBy: string): Promise<void> {
  await tx
    .update(checkIns)
    .set({ isStanding: false, undoneAt: now(), undoneBy })
    .where(and(eq(checkIns.eventId, eventId), eq(checkIns.registrationId, id), eq(checkIns.isStanding, true)));
}
