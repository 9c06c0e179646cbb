import { sql } from "drizzle-orm";
import { afterCommit, inTransaction } from "@/db/transaction";
import { eventTag, invalidateTags, pagesTag } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";

const batch = 500;

/**
 * Marks the published events whose end has passed as completed, in bounded batches, and returns how
 * many; nothing else of them changes. The signal ends it after a batch.
 */
export async function completeEvents(signal?: AbortSignal): Promise<number> {
  let total = 0;
  for (let completed = batch; completed === batch && !signal?.aborted; total += completed)
    completed = await completeNextEvents();
  return total;
}

async function completeNextEvents(): Promise<number> {
  return inTransaction(undefined, async (tx) => {
    const completed = await tx.execute<{ id: string }>(sql`
      update events set status = 'completed'
      where id in (
        select id from events where status = 'published' and ends_at <= ${now().toISOString()}::timestamptz
        order by ends_at limit ${batch} for no key update skip locked
      )
      returning id`);
    if (completed.length > 0)
      afterCommit(tx, () => invalidateTags([...completed.map(({ id }) => eventTag(id)), pagesTag]));
    return completed.length;
  });
}
