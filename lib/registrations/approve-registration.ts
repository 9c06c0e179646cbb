import { and, eq, inArray, sql } from "drizzle-orm";
import { registrations } from "@/db/schema/registrations";
import { inTransaction, type Transaction } from "@/db/transaction";
import type { OrganizerScope } from "@/lib/access/scopes";
import { lockEvent } from "@/lib/events/lock-event";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { enqueueMessages } from "@/lib/platform/outbox";
import { confirmingAdmissionOf } from "./admission";
import type { RegistrationStatus } from "./input";
import { lockParties, lockRegistration, newsFor, type RegistrationRow } from "./internal";
import { placeAgain } from "./place-again";

type Approved = { id: string; status: RegistrationStatus };

/**
 * Grants a request, with the guests it brings: the seats it holds are theirs; one that holds none gets seats if enough are free and nobody
 * waits, else the end of the line, or `event_full`. What is confirmed or waits already stays so; a cancelled one is `conflict`.
 */
export async function approveRegistration(
  scope: OrganizerScope,
  { registrationId }: { registrationId: string },
  tx?: Transaction,
): Promise<Approved> {
  const { eventId, actorId } = scope;
  return inTransaction(tx, async (tx) => {
    const event = await lockEvent(tx, eventId);
    const row = await lockRegistration(tx, { eventId, registrationId });
    if (row.status === "cancelled") throw new AppError("conflict", "This request was taken back or declined.");
    if (row.status !== "pending") return { id: row.id, status: row.status };
    const at = now();
    if (event.status !== "published" || event.endsAt <= at)
      throw new AppError("conflict", "The event is over or was called off.");
    const party = [row, ...(await lockParties(tx, eventId, [row.id]))].filter(({ status }) => status === "pending");
    if (row.pendingHoldsSeat) await confirmHeld(tx, eventId, party, at);
    else
      await placeAgain(tx, event, party, at, {
        ...confirmingAdmissionOf({ ...event, isLocked: true }),
        confirm_claimed_by: null,
      });
    await recordAudit(tx, { action: "registration.approved", actorId, eventId, subjectId: row.id });
    const { status } = await lockRegistration(tx, { eventId, registrationId });
    return { id: row.id, status };
  });
}

async function confirmHeld(tx: Transaction, eventId: string, party: RegistrationRow[], at: Date): Promise<void> {
  const ids = party.map(({ id }) => id);
  await tx
    .update(registrations)
    .set({
      ...{ status: "confirmed", pendingHoldsSeat: false },
      ...{ revision: sql`${registrations.revision} + 1`, updatedAt: at },
    })
    .where(and(eq(registrations.eventId, eventId), inArray(registrations.id, ids)));
  await enqueueMessages(tx, newsFor("registration_confirmed", party));
}
