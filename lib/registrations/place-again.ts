import { and, eq, sql } from "drizzle-orm";
import type { events } from "@/db/schema/events";
import { registrations } from "@/db/schema/registrations";
import type { Transaction } from "@/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { enqueueMessages } from "@/lib/platform/outbox";
import { type Admission, admissionOf, partyAdmissionOf } from "./admission";
import { addToCounters, newsFor, type RegistrationRow } from "./internal";

type EventRow = typeof events.$inferSelect;

/**
 * Gives a party whose registrations hold nothing any more what the event, locked by the caller, has for newcomers: seats for all, or places
 * in the line for all, or `event_full`. Each of them is told.
 */
export async function placeAgain(
  tx: Transaction,
  event: EventRow,
  party: RegistrationRow[],
  at: Date,
  admission: Admission = admissionOf({ ...event, isLocked: true }),
): Promise<void> {
  const { seats_left: seatsLeft, sequence, has_line, ...given } = partyAdmissionOf(admission, party.length);
  const hasSeats = seatsLeft === null || seatsLeft > 0;
  if (!hasSeats && !has_line) throw new AppError("event_full", "The seat has gone to somebody else.");
  const status = hasSeats ? (given.is_pending ? "pending" : "confirmed") : "waitlisted";
  const holdsSeats = status === "confirmed" || (status === "pending" && given.pending_holds_seat);
  const confirmBy = given.confirm_claimed_by === null ? null : new Date(given.confirm_claimed_by);
  for (const [place, { eventId, id, isClaimed }] of party.entries())
    await tx
      .update(registrations)
      .set({
        ...{ status, waitlistOrder: status === "waitlisted" ? sequence + place + 1 : null },
        ...{ pendingHoldsSeat: holdsSeats && status === "pending", revision: sql`${registrations.revision} + 1` },
        ...{ cancelledAt: null, cancelledBy: null, updatedAt: at },
        confirmBy: isClaimed && status === "confirmed" ? confirmBy : null,
      })
      .where(and(eq(registrations.eventId, eventId), eq(registrations.id, id)));
  const size = party.length;
  await addToCounters(tx, event.id, { seats: holdsSeats ? size : 0, waiting: status === "waitlisted" ? size : 0 });
  const isHeld = ({ isClaimed }: RegistrationRow) => isClaimed && status === "confirmed" && confirmBy !== null;
  await enqueueMessages(tx, [
    ...newsFor("address_confirmation", party.filter(isHeld)),
    ...newsFor(
      `registration_${status}`,
      party.filter((row) => !isHeld(row)),
    ),
  ]);
}
