import { and, eq } from "drizzle-orm";
import { registrations, revokedTickets } from "@/db/schema/registrations";
import { inTransaction, type Transaction } from "@/db/transaction";
import { type AttendeeScope, requireOwner } from "@/lib/access/scopes";
import { lockEvent } from "@/lib/events/lock-event";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { AppError, invalidInput } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import { enqueueMessages } from "@/lib/platform/outbox";
import type { TransferInput } from "./input";
import { lockRegistration, type RegistrationRow } from "./internal";
import { newCandidate } from "./new-candidate";
import { releaseRegistrations } from "./release-registrations";
import { requireAddressLimit } from "./require-address-limit";
import { seatCandidates } from "./seat-candidates";

/**
 * Passes one's seat on to somebody else: one's own registration ends, its ticket is worthless at
 * once, and the other person is confirmed in the same seat and told; nobody in the line moves. Only
 * a confirmed seat of an event to come, before check-in, with nobody else in tow (`conflict`), and
 * only to who has no registration yet. Only by its owner, not by whoever claimed the address
 * (`forbidden`). Nobody is written to too often (`rate_limited`).
 */
export async function transferRegistration(
  scope: AttendeeScope,
  { name, email }: TransferInput,
  tx?: Transaction,
): Promise<{ id: string; status: "cancelled" }> {
  const { eventId, userId } = scope;
  requireOwner(scope);
  await requireAddressLimit(email);
  return inTransaction(tx, async (tx) => {
    const event = await lockEvent(tx, eventId);
    const row = await lockRegistration(tx, scope);
    const at = now();
    if (event.status !== "published" || event.endsAt <= at)
      throw new AppError("conflict", "The event is over or was called off.");
    if (event.approval !== "none" || event.eligibility === "departments")
      throw new AppError("conflict", "The organizer decides who comes to this event: a ticket can't be passed on.");
    requireTransferable(row);
    await requireNoParty(tx, row);
    // Nobody's cancellation that could be taken back: the seat is gone.
    await releaseRegistrations(tx, eventId, [row], { by: null, tell: "ticket_passed_on", isPromoting: false });
    await revokeTicket(tx, row, at);

    const candidate = newCandidate(0, eventId, {
      userId: null,
      name,
      email,
      department: null,
      answers: {},
      isClaimed: false,
    });
    // Just the seat that was given up, whoever waits for one.
    const given = { seats_left: 1, waiting: 0, sequence: 0, has_line: false, is_pending: false };
    const [seated] = await seatCandidates(
      tx,
      [candidate],
      [{ event_id: eventId, ...given, pending_holds_seat: false, confirm_claimed_by: null }],
      at,
    );
    if (seated?.fate !== "admitted" || seated.user_id === null)
      throw invalidInput({ path: "email", message: "This person is registered already." });
    if (seated.user_id === userId) throw invalidInput({ path: "email", message: "This is your own address." });
    const told = { eventId, registrationId: seated.id, userId: seated.user_id };
    const kind = "ticket_received" as const;
    await enqueueMessages(tx, [{ kind, dedupeKey: `${kind}:${seated.id}:${seated.revision}`, ...told }]);
    const detail = { to: seated.id };
    await recordAudit(tx, { action: "registration.transferred", actorId: userId, eventId, subjectId: row.id, detail });
    return { id: row.id, status: "cancelled" };
  });
}

function requireTransferable({ status, checkedInAt, userId }: RegistrationRow): void {
  if (checkedInAt) throw new AppError("conflict", "You are checked in: the ticket can't be passed on now.");
  if (status !== "confirmed") throw new AppError("conflict", "Only a confirmed seat can be passed on.");
  if (userId === null)
    throw new AppError("conflict", "A guest's ticket can't be passed on; whoever brings the guest can cancel it.");
}

async function requireNoParty(tx: Transaction, { eventId, id }: RegistrationRow): Promise<void> {
  const [guest] = await tx
    .select({ id: registrations.id })
    .from(registrations)
    .where(
      and(
        ...[eq(registrations.eventId, eventId), eq(registrations.partyOf, id), eq(registrations.status, "confirmed")],
      ),
    )
    .limit(1);
  if (guest)
    throw new AppError("conflict", "You bring guests: cancel their tickets first, or your whole registration.");
}

/** The code says "revoked" at the door, not "cancelled"; should the person register again, that is another ticket. */
async function revokeTicket(tx: Transaction, { eventId, id, ticketId }: RegistrationRow, at: Date): Promise<void> {
  await tx.insert(revokedTickets).values({ eventId, ticketId, registrationId: id, revokedAt: at });
  await tx
    .update(registrations)
    .set({ ticketId: newId() })
    .where(and(eq(registrations.eventId, eventId), eq(registrations.id, id)));
}
