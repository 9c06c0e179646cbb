import { deliverScans } from "./deliver-scans";
import { createScanQueue, type ScanQueue } from "./scan-queue";

const queues = new Map<string, ScanQueue>();

/** The one queue of an event in this tab: it goes on sending while staff look at the log. */
export function queueOf(eventId: string): ScanQueue {
  const known = queues.get(eventId);
  if (known) return known;
  const queue = createScanQueue((scans) => deliverScans(eventId, scans));
  queues.set(eventId, queue);
  return queue;
}
