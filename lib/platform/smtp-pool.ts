import type { Readable } from "node:stream";
import { createTransport } from "nodemailer";
import type { SmtpAddress } from "./smtp-address";

export type SmtpLimits = {
  /** From the look-up of the name to the end of the TLS handshake. */
  connectMs: number;
  /** Until the server's first word. */
  greetingMs: number;
  /** Until any other answer, the one after the final dot included. */
  answerMs: number;
  /** All of one sending together; a lease lasts longer. */
  sendMs: number;
  restMs: number;
  longestRestMs: number;
  throttleMs: number;
  longestThrottleMs: number;
  refusalMs: number;
  longestRefusalMs: number;
};

/** As long as a lease bears. RFC 5321 would wait for minutes after the final dot. */
export const smtpLimits: SmtpLimits = {
  connectMs: 15_000,
  greetingMs: 15_000,
  answerMs: 60_000,
  sendMs: 70_000,
  restMs: 5_000,
  longestRestMs: 5 * 60_000,
  throttleMs: 1_000,
  longestThrottleMs: 30_000,
  refusalMs: 30_000,
  longestRefusalMs: 5 * 60_000,
};

type Watching = { signal: AbortSignal; watch: (content: Readable) => void };

/**
 * Connections to the server, opened as needed and used again. Certificates are verified but where
 * the address says otherwise.
 */
export function openSmtpPool(address: SmtpAddress, limits: SmtpLimits, ca: string | undefined) {
  const { host, port, isSecure, startTls, verifiesCertificate, login, pool, name } = address;
  const watchers = new WeakMap<object, Watching["watch"]>();
  const transport = createTransport({
    pool: true,
    maxConnections: pool,
    maxMessages: 100,
    // Once more where the server had ended an idle connection, before a byte of the mail was sent.
    maxRequeues: 1,
    host,
    port,
    secure: isSecure,
    requireTLS: !isSecure && startTls === "required",
    opportunisticTLS: !isSecure && startTls === "optional",
    ignoreTLS: !isSecure && startTls === "off",
    tls: { rejectUnauthorized: verifiesCertificate, ca },
    auth: login ? { user: login.user, pass: login.password } : undefined,
    name: name ?? undefined,
    dnsTimeout: limits.connectMs,
    connectionTimeout: limits.connectMs,
    greetingTimeout: limits.greetingMs,
    socketTimeout: limits.answerMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // The content is looked at as it goes out: only so can be told what the server may have.
  transport.use("stream", (mail, proceed) => {
    const raw = mail.data.raw;
    mail.message.processFunc((content) => {
      if (typeof raw === "object") watchers.get(raw)?.(content);
      return content;
    });
    proceed();
  });
  return {
    /**
     * Hands the mail to the server; rejects with what went wrong, at once when the signal says so.
     */
    send: async (envelope: { from: string; to: string }, raw: Buffer, { signal, watch }: Watching): Promise<void> => {
      watchers.set(raw, watch);
      await transport.sendMail({ envelope, raw, signal });
    },
    close: () => transport.close(),
  };
}
