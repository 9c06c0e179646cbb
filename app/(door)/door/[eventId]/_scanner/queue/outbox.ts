import type { Delivery, LockOut, ScanAnswer, WalkInAnswer } from "./answer";
import { nextBatch, type Waiting } from "./waiting";

/** What came of one exchange with the server; `more` asks for the next page of the list once what waits was sent. */
export type Sending = "reached" | "more" | "idle" | "unreachable" | { lockOut: LockOut };

export type Settled = { item: Waiting; answer: ScanAnswer | WalkInAnswer | null };

type Options = {
  deliver: (batch: Waiting[], waitingAfter: number) => Promise<Delivery>;
  /** Items that the server has taken; they leave the outbox when this is done. */
  onSettled: (settled: Settled[]) => Promise<void>;
};

/**
 * Keeps what was done at this door, in order, until the server has answered it. Sending the same thing twice is harmless, since the
 * server knows it by its id; forgetting one is not, so only an answer takes it out.
 */
export function createOutbox({ deliver, onSettled }: Options) {
  let waiting: Waiting[] = [];
  let isSingle = false;

  const remove = (ids: Set<string>) => {
    waiting = waiting.filter(({ id }) => !ids.has(id));
  };

  async function settle(batch: Waiting[], answers: Map<string, ScanAnswer | WalkInAnswer | null>): Promise<number> {
    const settled = batch
      .filter(({ id }) => answers.has(id))
      .map((item) => ({ item, answer: answers.get(item.id) ?? null }));
    remove(new Set(settled.map(({ item }) => item.id)));
    for (const { item, answer } of settled) giveNameToUndo(item.kind === "walk_in" ? item.scanId : item.id, answer);
    await onSettled(settled);
    return settled.length;
  }

  /** An undo of a ticket that was not on the list learns from the scan's answer whom it is about. */
  function giveNameToUndo(scanId: string, answer: ScanAnswer | WalkInAnswer | null): void {
    const registrationId = answer?.registrationId ?? undefined;
    waiting = waiting.map((item) =>
      item.kind === "undo" && item.scanId === scanId && !item.registrationId ? { ...item, registrationId } : item,
    );
  }

  return {
    add(item: Waiting): void {
      waiting = [...waiting, item];
    },
    waiting: (): readonly Waiting[] => waiting,
    /** What waits was done without the server: its own time counts, not that of its arrival. */
    markOffline(): void {
      waiting = waiting.map((item) => (item.kind === "undo" ? item : { ...item, isOffline: true }));
    },
    /** Sends the next batch. */
    async sendNext(): Promise<Sending> {
      const batch = nextBatch(waiting, isSingle);
      const [first] = batch;
      if (!first) return "idle";
      if (first.kind === "undo" && !first.registrationId) {
        await settle(batch, new Map([[first.id, null]]));
        return "reached";
      }
      const delivery = await deliver(batch, waiting.length - batch.length);
      if (delivery.kind === "reached") {
        // A server that answers for none of them would be asked for ever.
        if ((await settle(batch, delivery.answers)) === 0) return "unreachable";
        return "reached";
      }
      if (delivery.kind === "rejected") {
        // One bad item must not hold up its neighbours: they go one by one until it is found.
        isSingle = batch.length > 1;
        if (batch.length === 1) await settle(batch, new Map([[first.id, refusalOf(first)]]));
        return "reached";
      }
      return delivery.kind === "locked_out" ? { lockOut: delivery.reason } : "unreachable";
    },
  };
}

function refusalOf({ id, kind }: Waiting): ScanAnswer | WalkInAnswer | null {
  if (kind === "scan") return { scanId: id, verdict: "not_a_ticket" };
  return kind === "walk_in" ? { walkInId: id, outcome: "rejected" } : null;
}
