import { setTimeout as sleep } from "node:timers/promises";
import { deliverMessage } from "@/lib/notifications/deliver-message";
import { type LeasedMessage, leaseMessages } from "@/lib/notifications/lease-messages";
import { log } from "@/lib/platform/log";
import type { Mailer } from "@/lib/platform/mailer";

type Options = { mailer: Mailer; signal: AbortSignal; concurrency?: number };

// An idle worker looks this often. It is one probe of a small index, and unlike LISTEN it works behind PgBouncer and needs no word
// from the transaction that registers somebody; a lone mail is on its way within a second.
const idleMs = 250;
const afterFaultMs = 1_000;

/** Sends what is due, a bounded number at a time, until told to stop; then finishes what it has begun. */
export async function drainOutbox({ mailer, signal, concurrency = 10 }: Options): Promise<void> {
  const underWay = new Set<Promise<void>>();
  let isOutOfReach = false;
  while (!signal.aborted) {
    const pauseMs = mailer.restMs() || (await fill());
    if (pauseMs > 0) await sleep(pauseMs, undefined, { signal }).catch(() => {});
    else await Promise.race(underWay);
  }
  await Promise.all(underWay);

  /** Leases for the free places; returns how long to wait for more, 0 when there are more but no free places. */
  async function fill(): Promise<number> {
    const free = concurrency - underWay.size;
    if (free === 0) return 0;
    try {
      const messages = await leaseMessages(free);
      if (isOutOfReach) log.info("the outbox is within reach again");
      isOutOfReach = false;
      for (const message of messages) start(message);
      return messages.length === free ? 0 : idleMs;
    } catch (error) {
      if (!isOutOfReach) log.error({ err: error }, "the outbox is out of reach");
      isOutOfReach = true;
      return afterFaultMs;
    }
  }

  function start(message: LeasedMessage): void {
    const delivery = deliverMessage(mailer, message)
      .catch((error: unknown) => log.warn({ err: error, messageId: message.id }, "left to the next lease"))
      .finally(() => underWay.delete(delivery));
    underWay.add(delivery);
  }
}
