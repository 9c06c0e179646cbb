import { and, eq, isNull } from "drizzle-orm";
import { announcements } from "@/db/schema/announcements";
import { events } from "@/db/schema/events";
import { afterCommit, inTransaction, type Transaction } from "@/db/transaction";
import type { OrganizerScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { eventTag, invalidateTags, pagesTag } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import type { CancelEventInput } from "./input";
import { lockEvent } from "./lock-event";
import { type EventDetail, readEvent } from "./queries";
import { tellCancelled } from "./tell-registered";

/**
 * Calls the event off and tells everyone with a seat or a place in the line, once. Registrations stay as they were, so that the
 * numbers keep their meaning; what the organizer has scheduled to be sent is recalled. Cancelling twice changes nothing, and an event
 * that is over can't be cancelled.
 */
export async function cancelEvent(
  scope: OrganizerScope,
  { reason }: CancelEventInput,
  tx?: Transaction,
): Promise<EventDetail> {
  return inTransaction(tx, async (tx) => {
    const event = await lockEvent(tx, scope.eventId);
    if (event.status === "cancelled") return readEvent(event.id, tx);
    const at = now();
    const isOver = event.status === "completed" || (event.status === "published" && event.endsAt <= at);
    if (isOver) throw new AppError("conflict", "The event is over: it can't be cancelled any more.");
    const after = { id: event.id, revision: event.revision + 1 };
    await tx
      .update(events)
      .set({
        status: "cancelled",
        cancelReason: reason || null,
        cancelledAt: at,
        updatedAt: at,
        revision: after.revision,
      })
      .where(eq(events.id, event.id));
    await recallScheduled(tx, event.id);
    if (event.status === "published") await tellCancelled(tx, after);
    await recordAudit(tx, { actorId: scope.actorId, action: "event.cancelled", eventId: event.id });
    afterCommit(tx, () => invalidateTags([eventTag(event.id), pagesTag]));
    return readEvent(event.id, tx);
  });
}

// Written before the news, it would read as if the event took place.
async function recallScheduled(tx: Transaction, eventId: string): Promise<void> {
  await tx
    .update(announcements)
    .set({ recalledAt: now() })
    .where(and(eq(announcements.eventId, eventId), isNull(announcements.enqueuedAt), isNull(announcements.recalledAt)));
}
