import { and, eq } from "drizzle-orm";
import { registrations } from "@/db/schema/registrations";
import { inTransaction, type Transaction } from "@/db/transaction";
import type { TokenKind } from "@/lib/access/attendee-token";
import { type AttendeeScope, tokenKindFor } from "@/lib/access/scopes";
import { lockEvent } from "@/lib/events/lock-event";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { lockRegistration, type RegistrationRow } from "./internal";
import { placeAgain } from "./place-again";
import { asksForAddress, undoableUntil } from "./rules";
import { type StandingRegistration, standingRegistrationOf } from "./standing-registration";
import { waitlistPositionsOf } from "./waitlist-positions";

/**
 * Takes back one's own cancellation within ten minutes, with the guests that left in it: seats if enough are free and nobody waits, else
 * the end of the line, as the result says; where the organizer approves, a request anew. What already stands is returned unchanged;
 * where there is neither seat nor line it is `event_full`.
 */
export async function undoCancellation(scope: AttendeeScope, tx?: Transaction): Promise<StandingRegistration> {
  return inTransaction(tx, async (tx) => {
    const event = await lockEvent(tx, scope.eventId);
    const row = await lockRegistration(tx, scope);
    if (row.status === "cancelled") {
      const at = now();
      const isUndoable = row.cancelledAt && row.cancelledBy === scope.userId && at < undoableUntil(row.cancelledAt);
      if (!isUndoable) throw new AppError("conflict", "This cancellation can no longer be taken back.");
      if (event.status !== "published" || event.endsAt <= at)
        throw new AppError("conflict", "The event is over or was called off.");
      await placeAgain(tx, event, [row, ...(await partyCancelledWith(tx, row))], at);
    }
    return readStanding(tx, event, await lockRegistration(tx, scope), tokenKindFor(scope));
  });
}

async function partyCancelledWith(tx: Transaction, lead: RegistrationRow): Promise<RegistrationRow[]> {
  if (!lead.cancelledAt) return [];
  return tx
    .select()
    .from(registrations)
    .where(
      and(
        ...[eq(registrations.eventId, lead.eventId), eq(registrations.partyOf, lead.id)],
        ...[eq(registrations.status, "cancelled"), eq(registrations.cancelledAt, lead.cancelledAt)],
      ),
    )
    .orderBy(registrations.id)
    .for("no key update");
}

async function readStanding(
  tx: Transaction,
  event: { confirmAddressMinutes: number | null },
  row: RegistrationRow,
  kind: TokenKind,
): Promise<StandingRegistration> {
  const { id, eventId, ticketId, registeredAt, status, name, reference } = row;
  if (status === "cancelled") throw new Error("a registration just placed is cancelled");
  const positions = await waitlistPositionsOf(eventId, [row], tx);
  const waitlistPosition = positions.get(row.waitlistOrder ?? 0) ?? null;
  const { confirmBy } = row;
  const asksAddress = asksForAddress(row.isClaimed, event);
  const place = { id, eventId, ticketId, status, waitlistPosition, asksAddress, confirmBy };
  return standingRegistrationOf({ ...place, registeredAt, name, reference }, kind);
}
