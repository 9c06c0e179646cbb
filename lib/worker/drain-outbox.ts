import { setTimeout as sleep } from "node:timers/promises";
import { deliverMessage } from "@/lib/notifications/deliver-message";
import { type LeasedMessage, leaseMessages } from "@/lib/notifications/lease-messages";
import { log } from "@/lib/platform/log";
import { reserveSends } from "@/lib/platform/mail-pace";
import type { Mailer } from "@/lib/platform/mailer";
import { createSendRate } from "./send-rate";

type Options = { mailer: Mailer; signal: AbortSignal };

// An idle worker looks this often. It is one probe of a small index, and unlike LISTEN it works behind PgBouncer and needs no word
// from the transaction that registers somebody; a lone mail is on its way within a second.
const idleMs = 250;
const afterFaultMs = 1_000;

// A lease bears the longest sending, and before it the composing and the wait for a place in the
// line.
const beforeSendingMs = 18_000;

// So much of the line may be ours at once: a code that somebody waits for is never further back.
const reservedSeconds = 2;

/** Sends what is due, a bounded number at a time and within the account's rate, until told to stop; then finishes what it has begun. */
export async function drainOutbox({ mailer, signal }: Options): Promise<void> {
  const underWay = new Set<Promise<void>>();
  const sendRate = createSendRate(mailer);
  const leaseSeconds = (mailer.longestSendMs + beforeSendingMs) / 1000;
  let isOutOfReach = false;
  while (!signal.aborted) {
    const pauseMs = mailer.restMs() || (await fill());
    if (pauseMs > 0) await sleep(pauseMs, undefined, { signal }).catch(() => {});
    else await Promise.race(underWay);
  }
  await Promise.all(underWay);

  /** Leases for the free places; returns how long to wait for more, 0 when there are more but no free places. */
  async function fill(): Promise<number> {
    const concurrency = mailer.atOnce();
    if (underWay.size >= concurrency) return 0;
    try {
      const rate = await sendRate.read();
      const free = Math.min(concurrency, Math.ceil(rate * reservedSeconds)) - underWay.size;
      if (free <= 0) return 0;
      const messages = await leaseMessages(free, leaseSeconds);
      if (isOutOfReach) log.info("the outbox is within reach again");
      isOutOfReach = false;
      if (messages.length === 0) return idleMs;
      const firstAtMs = performance.now() + (await reserveSends(messages.length, rate));
      for (const [nth, message] of messages.entries()) start(message, firstAtMs + (nth / rate) * 1000);
      return messages.length === free ? 0 : idleMs;
    } catch (error) {
      if (!isOutOfReach) log.error({ err: error }, "the outbox is out of reach");
      isOutOfReach = true;
      return afterFaultMs;
    }
  }

  function start(message: LeasedMessage, sendAtMs: number): void {
    const delivery = deliverMessage(mailer, message, sendAtMs)
      .catch((error: unknown) => log.warn({ err: error, messageId: message.id }, "left to the next lease"))
      .finally(() => underWay.delete(delivery));
    underWay.add(delivery);
  }
}
