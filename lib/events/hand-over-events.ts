import { and, eq, inArray } from "drizzle-orm";
import { eventMembers, events } from "@/db/schema/events";
import { users } from "@/db/schema/users";
import { afterCommit, inTransaction } from "@/db/transaction";
import type { AdminScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { eventTag, invalidateTags, pagesTag } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { invalidInput } from "@/lib/platform/errors";

/**
 * Makes another organizer the owner of all events of a person, at once or not at all; says how
 * many.
 */
export async function handOverEvents(
  scope: AdminScope,
  { userId, toEmail }: { userId: string; toEmail: string },
): Promise<{ events: number; to: string }> {
  return inTransaction(undefined, async (tx) => {
    const [to] = await tx.select().from(users).where(eq(users.email, toEmail)).for("key share");
    if (!to || to.role === "attendee" || to.disabledAt || to.erasedAt)
      throw invalidInput({ path: "toEmail", message: "Nobody who may organize events has this address." });
    if (to.id === userId) throw invalidInput({ path: "toEmail", message: "Choose somebody else." });
    const moved = await tx
      .update(events)
      .set({ organizerId: to.id, updatedAt: now() })
      .where(eq(events.organizerId, userId))
      .returning({ id: events.id });
    const ids = moved.map(({ id }) => id);
    if (ids.length === 0) return { events: 0, to: to.name };
    // An owner is no member besides.
    await tx.delete(eventMembers).where(and(eq(eventMembers.userId, to.id), inArray(eventMembers.eventId, ids)));
    for (const eventId of ids)
      await recordAudit(tx, {
        actorId: scope.userId,
        action: "event.handed_over",
        eventId,
        subjectId: to.id,
        detail: { from: userId, to: to.id },
      });
    afterCommit(tx, () => invalidateTags([pagesTag, ...ids.map(eventTag)]));
    return { events: ids.length, to: to.name };
  });
}
