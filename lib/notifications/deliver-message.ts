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
import { markBounced } from "./mark-undeliverable";
import { markDead, markSent, markSkipped, putBack, retryLater } from "./settle-message";

const mostCrashes = 15;
// Others are tried before one that was refused, so that it shows whose fault it was.
const behindOthersMs = 30_000;
// Each time may be a copy: there are at most three.
const costOfUncertainty = 4;
const unreachableMs = 2_000;

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
    if (message.leasedUntil.getTime() - now().getTime() < waitMs + mailer.longestSendMs)
      return await settle(() => putBack(message, waitMs));
    if (waitMs > 0) await sleep(waitMs);
    await mailer.send(mail).catch(async (error: unknown) => {
      if (error instanceof SendFault && error.kind === "undeliverable")
        await settle(() => markBounced(mail.to, error.message));
      throw error;
    });
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
  switch (error.kind) {
    case "rejected":
      log.error({ ...about, fault: error.kind }, "the mail service will never take this mail");
      return markDead(message, error.message);
    case "undeliverable":
      log.info({ ...about, fault: error.kind }, "the mailbox does not exist");
      return markDead(message, error.message);
    case "deferred":
    case "unavailable":
      log.warn({ ...about, fault: error.kind }, "a mail could not be sent yet");
      return retryLater(message, error.message);
    case "uncertain":
      log.warn({ ...about, fault: error.kind }, "a mail may have been taken, and is sent again");
      return retryLater(message, error.message, costOfUncertainty);
    case "refused":
    case "declined":
      return putBack(message, mailer.restMs() + behindOthersMs);
    case "unreachable":
      return putBack(message, Math.max(mailer.restMs(), unreachableMs));
    case "throttled":
    case "resting":
      return putBack(message, mailer.restMs());
  }
}
