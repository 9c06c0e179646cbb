import type { Readable } from "node:stream";
import { bounceAddressOf } from "./bounce-address";
import { createCircuitBreaker } from "./circuit-breaker";
import { config } from "./config";
import { signWithDkim } from "./dkim-signature";
import { createGrowingPause } from "./growing-pause";
import { log } from "./log";
import type { Mailer, MailerListeners, RawMail } from "./mailer";
import { createOwnFaults } from "./own-faults";
import { SendFault, type SendFaultKind } from "./send-fault";
import type { SmtpAddress } from "./smtp-address";
import { smtpFaultOf } from "./smtp-fault";
import { openSmtpPool, type SmtpLimits, smtpLimits } from "./smtp-pool";

type Options = MailerListeners & {
  address: SmtpAddress;
  limits?: Partial<SmtpLimits>;
  /** Trusted beside the authorities that Node knows. */
  ca?: string | undefined;
};

const usualRate = 10;
const outages = new Set<SendFaultKind>(["unreachable", "uncertain"]);
const ofTheService = new Set<SendFaultKind>(["throttled", "refused", "declined", "unreachable"]);

/**
 * The way to an SMTP server, over connections that are kept open. A breaker leaves a server alone
 * that can't be reached, a pause one that refuses us, each for twice as long as the time before;
 * then one mail tries. No single mail can begin one pause after another.
 */
export function createSmtpMailer({ address, limits: given, ca, onRest, onThrottle }: Options): Mailer {
  const limits = { ...smtpLimits, ...given };
  const pool = openSmtpPool(address, limits, ca);
  const breaker = createCircuitBreaker({
    name: "smtp",
    timeoutMs: limits.sendMs,
    retries: 0,
    opensAfter: 3,
    restMs: limits.restMs,
    longestRestMs: limits.longestRestMs,
    isOutage: (error) => error instanceof SendFault && outages.has(error.kind),
    onRest: (restMs, reason) => {
      if (restMs > 0) isProven = false;
      onRest?.(restMs, reason);
    },
  });
  const throttle = createGrowingPause(limits.throttleMs, limits.longestThrottleMs);
  const refusal = createGrowingPause(limits.refusalMs, limits.longestRefusalMs);
  const ownFaults = createOwnFaults();
  let isProven = true;
  let wasTakenLast = false;

  return {
    send: async (mail) => {
      try {
        await attempt(mail);
        succeed();
      } catch (error) {
        throw judge(mail, smtpFaultOf(error, { to: mail.to, isHandedOver: false }));
      }
    },
    restMs: () => Math.max(breaker.restMs(), throttle.leftMs(), refusal.leftMs()),
    readSendRate: async () => config().MAIL_RATE ?? usualRate,
    longestSendMs: limits.sendMs + 2_000,
    atOnce: () => (isProven ? address.pool : 1),
    close: pool.close,
  };

  async function attempt({ id, from, to, raw }: RawMail): Promise<void> {
    const envelope = { from: bounceAddressOf(id, to) ?? from, to };
    const signed = await signWithDkim(raw);
    let content: Readable | undefined;
    const watch = (stream: Readable) => {
      content = stream;
    };
    const meaningOf = (error: unknown) => smtpFaultOf(error, { to, isHandedOver: content?.readableEnded ?? false });
    await breaker
      .run((signal) =>
        pool.send(envelope, signed, { signal, watch }).catch((error: unknown) => {
          throw meaningOf(error);
        }),
      )
      .catch((error: unknown) => {
        throw meaningOf(error);
      });
  }

  function succeed(): void {
    ownFaults.noteTaken();
    isProven = true;
    wasTakenLast = true;
    throttle.reset();
    refusal.reset();
  }

  /**
   * What the fault is once it is known what other mails met, and the pause that follows from it.
   */
  function judge({ id }: RawMail, fault: SendFault): SendFault {
    if (!ofTheService.has(fault.kind)) return fault;
    if (ownFaults.isToBlame(id)) return new SendFault("deferred", fault.message, fault.cause);
    if (fault.kind === "throttled") {
      const pauseMs = throttle.begin();
      if (pauseMs) onThrottle?.(pauseMs);
    }
    if (fault.kind === "refused" || (fault.kind === "declined" && !wasTakenLast)) restFor(fault);
    wasTakenLast = false;
    return fault;
  }

  function restFor({ message }: SendFault): void {
    const pauseMs = refusal.begin();
    if (!pauseMs) return;
    isProven = false;
    log.error({ service: "smtp", restMs: pauseMs }, "the mail server refuses us: no mail leaves");
    onRest?.(pauseMs, message);
  }
}
