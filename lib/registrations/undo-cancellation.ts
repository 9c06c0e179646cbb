import { and, eq } from "drizzle-orm";
import { registrations } from "@/db/schema/registrations";
import { inTransaction, type Transaction } from "@/db/transaction";
import type { AttendeeScope } from "@/lib/access/scopes";
import { lockEvent } from "@/lib/events/lock-event";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { enqueueMessages } from "@/lib/platform/outbox";
import { addToCounters, lockRegistration, type RegistrationRow } from "./internal";
import { undoableUntil } from "./rules";
import { type StandingRegistration, standingRegistrationOf } from "./standing-registration";
import { waitlistPositionsOf } from "./waitlist-positions";

/**
 * Takes back one's own cancellation within ten minutes: a seat if one is free and nobody waits, else the end of the line, as the
 * result says. What already stands is returned unchanged; where there is neither seat nor line it is `event_full`.
 */
export async function undoCancellation(scope: AttendeeScope, tx?: Transaction): Promise<StandingRegistration> {
  return inTransaction(tx, async (tx) => {
    const event = await lockEvent(tx, scope.eventId);
    const row = await lockRegistration(tx, scope);
    if (row.status !== "cancelled") return standingOf(tx, row, row.status);
    const at = now();
    const isUndoable = row.cancelledAt && row.cancelledBy === scope.userId && at < undoableUntil(row.cancelledAt);
    if (!isUndoable) throw new AppError("conflict", "This cancellation can no longer be taken back.");
    if (event.status !== "published" || event.endsAt <= at)
      throw new AppError("conflict", "The event is over or was called off.");

    const hasSeat = event.waitlistCount === 0 && (event.capacity === null || event.seatsTaken < event.capacity);
    if (!hasSeat && !event.waitlistEnabled) throw new AppError("event_full", "The seat has gone to somebody else.");
    const place = hasSeat
      ? { status: "confirmed" as const, waitlistOrder: null }
      : { status: "waitlisted" as const, waitlistOrder: event.waitlistSequence + 1 };
    const change = { ...place, revision: row.revision + 1, cancelledAt: null, cancelledBy: null, updatedAt: at };
    await tx
      .update(registrations)
      .set(change)
      .where(and(eq(registrations.eventId, row.eventId), eq(registrations.id, row.id)));
    await addToCounters(tx, row.eventId, hasSeat ? { seats: 1, waiting: 0 } : { seats: 0, waiting: 1 });
    const kind = hasSeat ? "registration_confirmed" : "registration_waitlisted";
    const about = { eventId: row.eventId, registrationId: row.id, userId: row.userId };
    await enqueueMessages(tx, [{ kind, dedupeKey: `${kind}:${row.id}:${change.revision}`, ...about }]);
    return standingOf(tx, { ...row, ...change }, place.status);
  });
}

async function standingOf(
  tx: Transaction,
  row: RegistrationRow,
  status: StandingRegistration["status"],
): Promise<StandingRegistration> {
  const { id, eventId, ticketId, registeredAt } = row;
  const positions = await waitlistPositionsOf(eventId, [row], tx);
  const waitlistPosition = positions.get(row.waitlistOrder ?? 0) ?? null;
  return standingRegistrationOf({ id, eventId, ticketId, registeredAt, status, waitlistPosition });
}
