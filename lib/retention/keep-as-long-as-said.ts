import { cutNames } from "@/lib/surveys/cut-names";
import { finishErasures } from "./finish-erasure";
import { purgeAudit } from "./purge-audit";
import { purgeExpired } from "./purge-expired";
import { removeNames } from "./remove-names";

type Task = (signal?: AbortSignal) => Promise<number>;

const tasks: readonly Task[] = [finishErasures, cutNames, removeNames, purgeAudit, purgeExpired];

/**
 * Ends what is kept for a time only, one kind after the other, and returns how much that was. Each
 * kind goes in batches along an index, so nobody waits for it; the signal ends it after one of
 * them, and the next call goes on. One that fails stops no other.
 */
export async function keepAsLongAsSaid(signal?: AbortSignal): Promise<number> {
  let total = 0;
  const faults: unknown[] = [];
  for (const task of tasks) {
    if (signal?.aborted) break;
    try {
      total += await task(signal);
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw faults[0];
  return total;
}
