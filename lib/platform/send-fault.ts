import { SESServiceException } from "@aws-sdk/client-ses";
import { isResting } from "./circuit-breaker";

/**
 * What a refusal of the mail service means: `rejected`, this mail will never be taken; `throttled`, slow down; `resting`, it was
 * not even asked; `unavailable`, it is down, or our account is not in order.
 */
export type SendFaultKind = "rejected" | "throttled" | "resting" | "unavailable";

/** Why a mail was not taken by the mail service. */
export class SendFault extends Error {
  override readonly name = "SendFault";
  constructor(
    readonly kind: SendFaultKind,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

// Everything else of the 4xx is about the account (unverified sender, wrong key, paused): no fault of the mail's.
const rejections = new Set([
  "MessageRejected",
  "InvalidParameterValue",
  "InvalidParameterCombination",
  "ValidationError",
]);

/** The meaning of whatever a call to SES threw. */
export function sendFaultOf(error: unknown): SendFault {
  if (error instanceof SendFault) return error;
  if (isResting(error)) return new SendFault("resting", "the mail service is failing and gets a rest", error);
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new SendFault(kindOf(error), text.slice(0, 500), error);
}

function kindOf(error: unknown): SendFaultKind {
  if (!(error instanceof SESServiceException)) return "unavailable";
  if (rejections.has(error.name)) return "rejected";
  const isThrottling = /throttl|toomanyrequests|limitexceeded/i.test(error.name);
  return isThrottling || error.$metadata.httpStatusCode === 429 ? "throttled" : "unavailable";
}
