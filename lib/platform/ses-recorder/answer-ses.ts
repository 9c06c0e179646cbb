import type { ServerResponse } from "node:http";
import { type Faults, meetFaults, type Refusal, tooFast } from "./faults";
import type { MailStore } from "./mail-store";
import type { SendCounter } from "./send-counter";
import { answerRefusal, answerResult } from "./ses-answers";

/** Answers one call of the SES query protocol: SendRawEmail records the mail, GetSendQuota tells the limits. */
export async function answerSes(
  response: ServerResponse,
  { form, store, faults, counter }: { form: URLSearchParams; store: MailStore; faults: Faults; counter: SendCounter },
): Promise<void> {
  const action = form.get("Action") ?? "";
  const recipients = [...form].filter(([name]) => name.startsWith("Destinations.member.")).map(([, value]) => value);
  const refusal = await meetFaults(faults, recipients);
  if (refusal === "hang") return;
  if (refusal) return answerRefusal(response, refusal);
  if (action === "GetSendQuota")
    return answerResult(response, action, { Max24HourSend: -1, MaxSendRate: faults.ratePerSecond, SentLast24Hours: 0 });
  if (action !== "SendRawEmail") return answerRefusal(response, unknownAction(action));
  const raw = Buffer.from(form.get("RawMessage.Data") ?? "", "base64");
  if (raw.length === 0) return answerRefusal(response, emptyMail);
  if (!counter.takeOne(faults.ratePerSecond)) return answerRefusal(response, tooFast);
  answerResult(response, action, { MessageId: await store.add(raw) });
}

const emptyMail: Refusal = { status: 400, code: "InvalidParameterValue", message: "RawMessage.Data is empty." };

function unknownAction(action: string): Refusal {
  return {
    status: 400,
    code: "InvalidAction",
    message: `The recorder does not know ${action || "a call without Action"}.`,
  };
}
