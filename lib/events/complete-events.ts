import { and, eq, lte } from "drizzle-orm";
import { events } from "@/db/schema/events";
import { afterCommit, inTransaction } from "@/db/transaction";
import { eventTag, invalidateTags, pagesTag } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";

/** Marks the published events whose end has passed as completed, and returns how many; nothing else of them changes. */
export async function completeEvents(): Promise<number> {
  return inTransaction(undefined, async (tx) => {
    const completed = await tx
      .update(events)
      .set({ status: "completed" })
      .where(and(eq(events.status, "published"), lte(events.endsAt, now())))
      .returning({ id: events.id });
    if (completed.length > 0)
      afterCommit(tx, () => invalidateTags([...completed.map(({ id }) => eventTag(id)), pagesTag]));
    return completed.length;
  });
}
