import { eq } from "drizzle-orm";
import { events } from "@/db/schema/events";
import { afterCommit, inTransaction, type Transaction } from "@/db/transaction";
import type { OrganizerScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { eventTag, invalidateTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { AppError, invalidInput } from "@/lib/platform/errors";
import { lockEvent } from "./lock-event";
import { type EventDetail, readEvent } from "./queries";

/** Shows a draft whose end is still to come to everybody; publishing twice changes nothing. */
export async function publishEvent(scope: OrganizerScope, tx?: Transaction): Promise<EventDetail> {
  return inTransaction(tx, async (tx) => {
    const event = await lockEvent(tx, scope.eventId);
    if (event.status === "cancelled") throw new AppError("conflict", "A cancelled event can't be published.");
    if (event.status !== "draft") return readEvent(event.id, tx);
    const at = now();
    if (event.endsAt <= at)
      throw invalidInput({ path: "endsAt", message: "The event's end lies in the past. Give it a new date first." });
    await tx
      .update(events)
      .set({ status: "published", publishedAt: at, updatedAt: at, revision: event.revision + 1 })
      .where(eq(events.id, event.id));
    await recordAudit(tx, { actorId: scope.actorId, action: "event.published", eventId: event.id });
    afterCommit(tx, () => invalidateTags([eventTag(event.id)]));
    return readEvent(event.id, tx);
  });
}
