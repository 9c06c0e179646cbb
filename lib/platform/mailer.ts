import { SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import { createCircuitBreaker } from "./circuit-breaker";
import { config } from "./config";
import { sendFaultOf } from "./send-fault";

export type RawMail = { from: string; to: string; raw: Buffer };

export type Mailer = {
  /** Hands a mail over to SES, or throws a SendFault that says what its refusal means. */
  send: (mail: RawMail) => Promise<void>;
  /** How long nothing should be sent, because the service is failing or throttles us; 0 when all is well. */
  restMs: () => number;
};

type Options = { endpoint?: string | undefined; timeoutMs?: number; restMs?: number };

const throttleRestMs = 1_000;

/**
 * The way to SES: the endpoint in SES_ENDPOINT with stand-in credentials, else the AWS account of the standard AWS environment.
 * Each call has a time limit and one retry; a breaker keeps a failing service from being asked again and again.
 */
export function createMailer(options: Options = {}): Mailer {
  const { endpoint = config().SES_ENDPOINT, timeoutMs = 5_000, restMs = 5_000 } = options;
  const client = createClient(endpoint);
  const isOutage = (error: unknown) => sendFaultOf(error).kind === "unavailable";
  const breaker = createCircuitBreaker({ name: "ses", timeoutMs, restMs, retries: 1, opensAfter: 8, isOutage });
  let throttledUntilMs = 0;
  return {
    send: async ({ from, to, raw }) => {
      const command = new SendRawEmailCommand({ Source: from, Destinations: [to], RawMessage: { Data: raw } });
      try {
        await breaker.run((abortSignal) => client.send(command, { abortSignal }));
      } catch (error) {
        const fault = sendFaultOf(error);
        if (fault.kind === "throttled") throttledUntilMs = performance.now() + throttleRestMs;
        throw fault;
      }
    },
    restMs: () => Math.max(breaker.restMs(), throttledUntilMs - performance.now(), 0),
  };
}

function createClient(endpoint: string | undefined): SESClient {
  const region = config().AWS_REGION;
  // Retries are the breaker's business: the client's own would hide outages from it.
  if (!endpoint) return new SESClient({ region, maxAttempts: 1 });
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  return new SESClient({ region, endpoint, credentials, maxAttempts: 1 });
}
