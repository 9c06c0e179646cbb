import { eq } from "drizzle-orm";
import { events } from "@/db/schema/events";
import type { FormerPlan } from "@/db/schema/outbox";
import { afterCommit, inTransaction, type Transaction } from "@/db/transaction";
import type { OrganizerScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { eventTag, invalidateTags, pagesTag } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { AppError, invalidInput } from "@/lib/platform/errors";
import { holdCategory } from "./categories/list-categories";
import type { UpdateEventInput } from "./input";
import { eventSearchText } from "./internal";
import { lockEvent } from "./lock-event";
import { promoteWaitlisted } from "./promote-waitlisted";
import { type EventDetail, readEvent } from "./queries";
import { eligibilityFaultsOf, scheduleFaultsOf } from "./rules";
import { tellChanged } from "./tell-registered";

type EventRow = typeof events.$inferSelect;
type Changes = Omit<UpdateEventInput, "revision">;

const whenAndWhere = ["startsAt", "endsAt", "timezone", "venue"];

/**
 * Changes the given fields. With a revision that is no longer the event's, nothing is changed (`revision_mismatch`). More seats
 * promote the waitlist, fewer than are taken are refused; a published event's new time or place is told to its people.
 */
export async function updateEvent(
  scope: OrganizerScope,
  { revision, ...changes }: UpdateEventInput,
  tx?: Transaction,
): Promise<EventDetail> {
  return inTransaction(tx, async (tx) => {
    // Before the event: whoever merges categories locks them in this order too.
    if (changes.category !== undefined) await holdCategory(tx, changes.category);
    const before = await lockEvent(tx, scope.eventId);
    if (revision !== undefined && revision !== before.revision)
      throw new AppError("revision_mismatch", "Somebody changed this event while you were editing. Nothing was saved.");
    const changed = changedFieldsOf(before, changes);
    if (changed.length === 0) return readEvent(before.id, tx);
    const after = { ...before, ...changes, revision: before.revision + 1, updatedAt: now() };
    requirePossible(before, after, changed);
    await tx
      .update(events)
      .set({ ...changes, revision: after.revision, updatedAt: after.updatedAt, searchText: eventSearchText(after) })
      .where(eq(events.id, before.id));
    if (changed.includes("capacity")) await promoteWaitlisted(tx, before.id);
    const isNews = before.status === "published" && after.endsAt > now();
    if (isNews && changed.some((field) => whenAndWhere.includes(field))) await tellChanged(tx, after, planOf(before));
    await recordAudit(tx, {
      actorId: scope.actorId,
      action: "event.updated",
      eventId: before.id,
      detail: { changed, revision: after.revision },
    });
    afterCommit(tx, () => invalidateTags([eventTag(before.id), pagesTag]));
    return readEvent(before.id, tx);
  });
}

function planOf({ startsAt, endsAt, timezone, venue }: EventRow): FormerPlan {
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), timezone, venue };
}

function changedFieldsOf(before: EventRow, changes: Changes): string[] {
  const stored: Record<string, unknown> = before;
  return Object.entries(changes)
    .filter(([field, value]) => value !== undefined && comparable(value) !== comparable(stored[field]))
    .map(([field]) => field);
}

// jsonb gives the fields of an object back in another order.
function comparable(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
}

function requirePossible(before: EventRow, after: EventRow, changed: string[]): void {
  if (before.status === "cancelled") throw new AppError("conflict", "A cancelled event can't be changed.");
  const movesTime = changed.includes("startsAt") || changed.includes("endsAt");
  if (movesTime && before.status === "completed")
    throw new AppError("conflict", "The event is over: its times can't be changed any more.");
  const faults = [...scheduleFaultsOf(after), ...eligibilityFaultsOf(after)];
  if (movesTime && before.status === "published" && after.endsAt <= now())
    faults.push({ path: "endsAt", message: "The end of a published event must lie in the future." });
  if (faults.length > 0) throw invalidInput(...faults);
  if (after.capacity !== null && after.capacity < before.seatsTaken) {
    const message = `${before.seatsTaken} seats are taken already: the capacity can't be lower than that.`;
    throw new AppError("capacity_below_taken", message, { errors: [{ path: "capacity", message }] });
  }
}
