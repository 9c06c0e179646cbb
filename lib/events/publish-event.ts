import { eq } from "drizzle-orm";
import { events } from "@/db/schema/events";
import { afterCommit, inTransaction, type Transaction } from "@/db/transaction";
import type { AuthorScope, OrganizerScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { eventTag, invalidateTags, pagesTag } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { AppError, invalidInput } from "@/lib/platform/errors";
import { createEvent } from "./create-event";
import type { CreateEventInput } from "./input";
import { lockEvent } from "./lock-event";
import { type EventDetail, readEvent } from "./queries";

/** Shows a draft whose end is still to come to everybody; publishing twice changes nothing. */
export async function publishEvent(scope: OrganizerScope, tx?: Transaction): Promise<EventDetail> {
  return inTransaction(tx, (tx) => publishLocked(tx, scope));
}

/** Makes an event and publishes it, or does neither. */
export async function createPublishedEvent(
  scope: AuthorScope,
  input: CreateEventInput,
  tx?: Transaction,
): Promise<EventDetail> {
  return inTransaction(tx, async (tx) => {
    const { id } = await createEvent(scope, input, tx);
    return publishLocked(tx, { eventId: id, actorId: scope.userId });
  });
}

async function publishLocked(
  tx: Transaction,
  { eventId, actorId }: { eventId: string; actorId: string },
): Promise<EventDetail> {
  const event = await lockEvent(tx, eventId);
  if (event.status === "cancelled") throw new AppError("conflict", "A cancelled event can't be published.");
  if (event.status !== "draft") return readEvent(eventId, tx);
  const at = now();
  if (event.endsAt <= at)
    throw invalidInput({ path: "endsAt", message: "The event's end lies in the past. Give it a new date first." });
  await tx
    .update(events)
    .set({ status: "published", publishedAt: at, updatedAt: at, revision: event.revision + 1 })
    .where(eq(events.id, eventId));
  await recordAudit(tx, { actorId, action: "event.published", eventId });
  afterCommit(tx, () => invalidateTags([eventTag(eventId), pagesTag]));
  return readEvent(eventId, tx);
}
