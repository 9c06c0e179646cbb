import { log } from "@/lib/platform/log";
import { findSendRate, storeSendRate } from "@/lib/platform/mail-service";
import type { Mailer } from "@/lib/platform/mailer";

const askEveryMs = 10 * 60_000;
const askAgainMs = 30_000;
// What a new account may send; slow, but never too fast.
const unknownRate = 1;

export type SendRate = {
  /** Mails a second: what SES said at most ten minutes ago, else what any worker was last told, else 1. */
  read: () => Promise<number>;
};

/** Keeps the account's send rate, asking SES from time to time; only the first reading waits for its answer. */
export function createSendRate(mailer: Mailer): SendRate {
  let known: number | null = null;
  let askAtMs = 0;
  return {
    read: async () => {
      if (performance.now() >= askAtMs) {
        askAtMs = performance.now() + askAgainMs;
        const asking = ask();
        if (known === null) await asking;
      }
      return known ?? unknownRate;
    },
  };

  async function ask(): Promise<void> {
    try {
      known = await mailer.readSendRate();
      askAtMs = performance.now() + askEveryMs;
      await storeSendRate(known);
    } catch (error) {
      log.warn({ err: error }, "the account's send rate could not be read or kept");
      known ??= await findSendRate().catch(() => null);
    }
  }
}
