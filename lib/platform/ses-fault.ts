import { SESServiceException } from "@aws-sdk/client-ses";
import { isResting } from "./circuit-breaker";
import { SendFault, type SendFaultKind } from "./send-fault";

// Everything else of the 4xx is about the account (unverified sender, wrong key, paused): no fault
// of the mail's.
const rejections = new Set([
  "MessageRejected",
  "InvalidParameterValue",
  "InvalidParameterCombination",
  "ValidationError",
]);

/** The meaning of whatever a call to SES threw. */
export function sesFaultOf(error: unknown): SendFault {
  if (error instanceof SendFault) return error;
  if (isResting(error)) return new SendFault("resting", "the mail service is failing and gets a rest", error);
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new SendFault(kindOf(error), text, error);
}

function kindOf(error: unknown): SendFaultKind {
  if (!(error instanceof SESServiceException)) return "unavailable";
  if (rejections.has(error.name)) return "rejected";
  const isThrottling = /throttl|toomanyrequests|limitexceeded/i.test(error.name);
  return isThrottling || error.$metadata.httpStatusCode === 429 ? "throttled" : "unavailable";
}
