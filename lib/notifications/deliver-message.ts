import { setTimeout as sleep } from "node:timers/promises";
import { ExponentialBackoff, handleWhen, retry } from "cockatiel";
import { isDatabaseUnavailable } from "@/db/errors";
import { now } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";
import type { Mailer } from "@/lib/platform/mailer";
import { makeRawMail } from "@/lib/platform/raw-mail";
import { SendFault } from "@/lib/platform/send-fault";
import { composeMail } from "./compose-mail";
import type { LeasedMessage } from "./lease-messages";
import { markDead, markSent, markSkipped, putBack, retryLater } from "./settle-message";

// Long enough for two tries at a service that hangs: a lease that ends while we send would make a second copy.
const sendBudgetMs = 12_000;
const mostCrashes = 15;

// A mail that is out must not be sent again because the database was away for a moment.
const persistently = retry(handleWhen(isDatabaseUnavailable), {
  maxAttempts: 8,
  backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 3_000 }),
});

/**
 * Sends one leased message, not before `sendAtMs` of `performance.now()`, and records what came of it. It rejects only when the
 * database is out of reach.
 */
export async function deliverMessage(mailer: Mailer, message: LeasedMessage, sendAtMs = 0): Promise<void> {
  if (message.attempts > mostCrashes) return markDead(message, "workers kept ending while sending it");
  try {
    const composition = await composeMail(message);
    if ("skip" in composition) return await settle(() => markSkipped(message, composition.skip));
    const mail = await makeRawMail(composition.mail);
    const waitMs = Math.max(0, sendAtMs - performance.now());
    if (message.leasedUntil.getTime() - now().getTime() < waitMs + sendBudgetMs)
      return await settle(() => putBack(message, waitMs));
    if (waitMs > 0) await sleep(waitMs);
    await mailer.send(mail);
    await settle(() => markSent(message));
  } catch (error) {
    if (!(error instanceof SendFault) && isDatabaseUnavailable(error)) throw error;
    await settle(() => settleFault(mailer, message, error));
  }
}

function settle(work: () => Promise<void>): Promise<void> {
  return persistently.execute(work);
}

function settleFault(mailer: Mailer, message: LeasedMessage, error: unknown): Promise<void> {
  const about = { messageId: message.id, kind: message.kind, attempts: message.attempts };
  if (!(error instanceof SendFault)) {
    log.error({ ...about, err: error }, "a message could not be composed");
    return retryLater(message, `bug: ${error instanceof Error ? error.message : error}`.slice(0, 500));
  }
  if (error.kind === "rejected") {
    log.error({ ...about, fault: error.kind }, "the mail service will never take this mail");
    return markDead(message, error.message);
  }
  if (error.kind === "unavailable") {
    log.warn({ ...about, fault: error.kind }, "a mail could not be sent yet");
    return retryLater(message, error.message);
  }
  return putBack(message, mailer.restMs());
}
