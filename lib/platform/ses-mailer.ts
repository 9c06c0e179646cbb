import { GetSendQuotaCommand, SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import { createCircuitBreaker } from "./circuit-breaker";
import { config } from "./config";
import { createGrowingPause } from "./growing-pause";
import type { Mailer, MailerListeners } from "./mailer";
import { sesFaultOf } from "./ses-fault";

export type SesOptions = MailerListeners & {
  endpoint?: string | undefined;
  timeoutMs?: number;
  restMs?: number;
};

const concurrency = 10;

/**
 * The way to SES. Each call has a time limit and one retry; a breaker keeps a failing service from
 * being asked again and again. Throttled again and again, it pauses for twice as long each time.
 */
export function createSesMailer(options: SesOptions = {}): Mailer {
  const { endpoint = config().SES_ENDPOINT, timeoutMs = 5_000, restMs = 5_000, onRest, onThrottle } = options;
  const client = createClient(endpoint);
  const isOutage = (error: unknown) => sesFaultOf(error).kind === "unavailable";
  const breaker = createCircuitBreaker({ name: "ses", timeoutMs, restMs, retries: 1, opensAfter: 8, isOutage, onRest });
  const throttle = createGrowingPause(1_000, 30_000);
  return {
    send: async ({ from, to, raw }) => {
      const command = new SendRawEmailCommand({ Source: from, Destinations: [to], RawMessage: { Data: raw } });
      try {
        await breaker.run((abortSignal) => client.send(command, { abortSignal }));
        throttle.reset();
      } catch (error) {
        const fault = sesFaultOf(error);
        const pauseMs = fault.kind === "throttled" && throttle.begin();
        if (pauseMs) onThrottle?.(pauseMs);
        throw fault;
      }
    },
    restMs: () => Math.max(breaker.restMs(), throttle.leftMs()),
    readSendRate: async () => {
      const abortSignal = AbortSignal.timeout(timeoutMs);
      const quota = await client.send(new GetSendQuotaCommand({}), { abortSignal }).catch((error: unknown) => {
        throw sesFaultOf(error);
      });
      return Math.min(quota.MaxSendRate ?? 1, config().MAIL_RATE ?? Number.POSITIVE_INFINITY);
    },
    // Two tries, and a pause between them.
    longestSendMs: 2 * timeoutMs + 2_000,
    atOnce: () => concurrency,
    close: () => client.destroy(),
  };
}

function createClient(endpoint: string | undefined): SESClient {
  const { AWS_REGION: region = "eu-central-1", MAIL_VIEWER, hasAwsCredentials } = config();
  // Retries are the breaker's business: the client's own would hide outages from it.
  if (!endpoint) return new SESClient({ region, maxAttempts: 1 });
  if (!MAIL_VIEWER && (isAmazon(endpoint) || hasAwsCredentials))
    return new SESClient({ region, endpoint, maxAttempts: 1 });
  // Our own recorder, and stand-ins of SES, check no signature; but the client wants something to
  // sign with.
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  return new SESClient({ region, endpoint, credentials, maxAttempts: 1 });
}

function isAmazon(endpoint: string): boolean {
  return /\.amazonaws\.com(\.cn)?$/.test(new URL(endpoint).hostname);
}
