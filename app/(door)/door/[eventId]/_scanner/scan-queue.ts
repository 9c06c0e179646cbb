import type { Answer, Outcome, Scan } from "./answer";

const batchSize = 500;
const pausesMs = [1_000, 2_000, 4_000];

/** How one attempt to send scans went. */
export type Delivery =
  | { kind: "answered"; results: Answer[] }
  | { kind: "unreachable" }
  | { kind: "rejected" }
  | { kind: "locked_out"; reason: LockOut };

/** Why the server takes no scans from here at all, until somebody does something about it. */
export type LockOut = "signed_out" | "not_staff";

export type QueueState = { waiting: number; isReachable: boolean; lockOut: LockOut | null };

type Listener = { onOutcome: (outcome: Outcome) => void; onChange: (state: QueueState) => void };
type Entry = { scan: Scan; isTold: boolean };

/**
 * Keeps each scan until the server has answered it, sending what waits in batches under the scans' own ids. A scan that can't be
 * answered at once is told as `unsent`, and again when its answer comes.
 */
export function createScanQueue(deliver: (scans: Scan[]) => Promise<Delivery>) {
  let entries: Entry[] = [];
  let isSending = false;
  let failures = 0;
  let lockOut: LockOut | null = null;
  let isSingle = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<Listener>();

  const state = (): QueueState => ({ waiting: entries.length, isReachable: failures === 0, lockOut });
  const tellChange = () => {
    for (const listener of listeners) listener.onChange(state());
  };
  const tell = (outcome: Outcome) => {
    for (const listener of listeners) listener.onOutcome(outcome);
  };

  async function sendOn(): Promise<void> {
    clearTimeout(timer);
    if (isSending || lockOut || entries.length === 0) return;
    isSending = true;
    const batch = entries.slice(0, isSingle ? 1 : batchSize).map((entry) => entry.scan);
    const delivery = await deliver(batch);
    isSending = false;
    settle(batch, delivery);
    tellChange();
    if (failures === 0) void sendOn();
    else timer = setTimeout(sendOn, pausesMs[Math.min(failures, pausesMs.length) - 1]);
  }

  function settle(batch: Scan[], delivery: Delivery): void {
    if (delivery.kind === "answered" && delivery.results.length > 0) {
      failures = 0;
      remove(delivery.results.map((result) => result.scanId));
      for (const result of delivery.results) tell(result);
    } else if (delivery.kind === "rejected") {
      // One bad scan must not hold up its neighbours: they go one by one until it is found.
      failures = 0;
      isSingle = batch.length > 1;
      if (batch.length === 1) drop(batch);
    } else {
      failures += 1;
      lockOut = delivery.kind === "locked_out" ? delivery.reason : null;
      postpone();
    }
  }

  function remove(scanIds: string[]): void {
    const done = new Set(scanIds);
    entries = entries.filter((entry) => !done.has(entry.scan.scanId));
  }

  function drop(batch: Scan[]): void {
    remove(batch.map((scan) => scan.scanId));
    for (const { scanId } of batch) tell({ scanId, verdict: "not_a_ticket" });
  }

  /** What waits was scanned without the server: its own time counts, not that of its arrival. */
  function postpone(): void {
    const untold = entries.filter((entry) => !entry.isTold);
    entries = entries.map(({ scan }) => ({ scan: { ...scan, offline: true }, isTold: true }));
    for (const { scan } of untold) tell({ scanId: scan.scanId, verdict: "unsent" });
  }

  return {
    /** Takes a scan over for good. */
    add(scan: Scan): void {
      entries = [...entries, { scan, isTold: false }];
      if (failures > 0) postpone();
      tellChange();
      void sendOn();
    },
    /** Tries at once, also after the server had locked this phone out. */
    retry(): void {
      lockOut = null;
      void sendOn();
    },
    state,
    listen(listener: Listener): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type ScanQueue = ReturnType<typeof createScanQueue>;
