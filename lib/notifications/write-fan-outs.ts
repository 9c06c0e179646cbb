import { type Recipients, writeFanOutBatch } from "@/lib/platform/fan-outs";

type Planning = {
  /**
   * Starts and ends fan-outs of events that are due to be looked at, a bounded number at a time;
   * returns of how many.
   */
  plan: () => Promise<number>;
  signal?: AbortSignal;
};

/**
 * Writes all messages of these recipients in bounded batches, planning before each so that what
 * changes meanwhile counts, and returns how many. The signal ends it after a batch, so that each
 * call gets on; the next one goes on from there.
 */
export async function writeFanOuts(recipients: Recipients, { plan, signal }: Planning): Promise<number> {
  let total = 0;
  do {
    if ((await plan()) > 0) continue;
    const written = await writeFanOutBatch(recipients);
    if (written === null) break;
    total += written;
  } while (!signal?.aborted);
  return total;
}
