import { and, eq } from "drizzle-orm";
import { registrations, revokedTickets } from "@/db/schema/registrations";
import { afterCommit, inTransaction, type Transaction } from "@/db/transaction";
import type { OrganizerScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { eventTag, invalidateTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { AppError, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import { enqueueMessages } from "@/lib/platform/outbox";

/**
 * Replaces the ticket of a registration that is not cancelled: from then on the old code says "revoked" at the door, the links sent
 * with it are void, and the person gets the new one by mail.
 */
export async function reissueTicket(
  scope: OrganizerScope,
  { registrationId }: { registrationId: string },
  tx?: Transaction,
): Promise<void> {
  await inTransaction(tx, async (tx) => {
    const { eventId } = scope;
    const isIt = and(eq(registrations.eventId, eventId), eq(registrations.id, registrationId));
    const [row] = await tx.select().from(registrations).where(isIt).for("no key update");
    if (!row) throw notFound();
    if (row.status === "cancelled") throw new AppError("conflict", "A cancelled registration has no ticket.");
    const [ticketId, at] = [newId(), now()];
    await tx.insert(revokedTickets).values({ eventId, ticketId: row.ticketId, registrationId, revokedAt: at });
    await tx.update(registrations).set({ ticketId, updatedAt: at }).where(isIt);
    if (row.userId !== null)
      await enqueueMessages(tx, [
        { kind: "ticket_resent", dedupeKey: `ticket_resent:${ticketId}`, eventId, registrationId, userId: row.userId },
      ]);
    await recordAudit(tx, {
      actorId: scope.actorId,
      action: "ticket.reissued",
      eventId,
      subjectId: registrationId,
    });
    afterCommit(tx, () => invalidateTags([eventTag(eventId)]));
  });
}
