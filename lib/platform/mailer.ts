import { GetSendQuotaCommand, SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import { createCircuitBreaker } from "./circuit-breaker";
import { config } from "./config";
import { sendFaultOf } from "./send-fault";

export type RawMail = { from: string; to: string; raw: Buffer };

export type Mailer = {
  /** Hands a mail over to SES, or throws a SendFault that says what its refusal means. */
  send: (mail: RawMail) => Promise<void>;
  /** How long nothing should be sent, because the service is failing or throttles us; 0 when all is well. */
  restMs: () => number;
  /** How many mails a second the account may send, as SES says now; throws a SendFault. */
  readSendRate: () => Promise<number>;
};

type Options = {
  endpoint?: string | undefined;
  timeoutMs?: number;
  restMs?: number;
  /** Hears that the service gets a rest of so many milliseconds and why; 0 when it answers again. */
  onRest?: (restMs: number, reason: string | null) => void;
  /** Hears that the service found us too fast, and how long to send nothing. */
  onThrottle?: (pauseMs: number) => void;
};

const firstThrottlePauseMs = 1_000;
const longestThrottlePauseMs = 30_000;

/**
 * The way to SES: the endpoint in SES_ENDPOINT with stand-in credentials, else the AWS account of the standard AWS environment.
 * Each call has a time limit and one retry; a breaker keeps a failing service from being asked again and again. Throttled again and
 * again, it pauses for twice as long each time.
 */
export function createMailer(options: Options = {}): Mailer {
  const { endpoint = config().SES_ENDPOINT, timeoutMs = 5_000, restMs = 5_000, onRest, onThrottle } = options;
  const client = createClient(endpoint);
  const isOutage = (error: unknown) => sendFaultOf(error).kind === "unavailable";
  const breaker = createCircuitBreaker({ name: "ses", timeoutMs, restMs, retries: 1, opensAfter: 8, isOutage, onRest });
  let throttlePauseMs = 0;
  let throttledUntilMs = 0;
  return {
    send: async ({ from, to, raw }) => {
      const command = new SendRawEmailCommand({ Source: from, Destinations: [to], RawMessage: { Data: raw } });
      try {
        await breaker.run((abortSignal) => client.send(command, { abortSignal }));
        throttlePauseMs = 0;
      } catch (error) {
        const fault = sendFaultOf(error);
        if (fault.kind === "throttled") slowDown();
        throw fault;
      }
    },
    restMs: () => Math.max(breaker.restMs(), throttledUntilMs - performance.now(), 0),
    readSendRate: async () => {
      const abortSignal = AbortSignal.timeout(timeoutMs);
      const quota = await client.send(new GetSendQuotaCommand({}), { abortSignal }).catch((error: unknown) => {
        throw sendFaultOf(error);
      });
      return quota.MaxSendRate ?? 1;
    },
  };

  // Calls that were under way together are told once.
  function slowDown(): void {
    if (performance.now() < throttledUntilMs) return;
    throttlePauseMs = Math.min(Math.max(firstThrottlePauseMs, throttlePauseMs * 2), longestThrottlePauseMs);
    throttledUntilMs = performance.now() + throttlePauseMs;
    onThrottle?.(throttlePauseMs);
  }
}

function createClient(endpoint: string | undefined): SESClient {
  const region = config().AWS_REGION ?? "eu-central-1";
  // Retries are the breaker's business: the client's own would hide outages from it.
  if (!endpoint) return new SESClient({ region, maxAttempts: 1 });
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  return new SESClient({ region, endpoint, credentials, maxAttempts: 1 });
}
