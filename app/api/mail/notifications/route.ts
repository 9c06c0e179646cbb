import { type Answer, type ApiRequest, handlerOf, json, withHeaders } from "@/app/_server/answer";
import { clientNetworkOf } from "@/app/_server/client-address";
import { problemOf } from "@/app/_server/problem";
import { markUndeliverable } from "@/lib/notifications/mark-undeliverable";
import { newId } from "@/lib/platform/id";
import { log } from "@/lib/platform/log";
import { takeOrRefuse } from "@/lib/platform/rate-limit";
import { confirmSubscription, readSnsMessage } from "@/lib/platform/sns-message";

/** What Amazon SNS tells of our mails: bounces and complaints mark the address. Its signature is what lets it in. */
export const POST = handlerOf(async (request) => {
  const requestId = request.headers.get("x-request-id") ?? newId();
  const answer = await take(request).catch((error: unknown) => problemOf(error, requestId));
  return withHeaders(answer, { "X-Request-Id": requestId });
});

async function take(request: ApiRequest): Promise<Answer> {
  await takeOrRefuse("write", [`ip:${clientNetworkOf(request.headers)}`]);
  const message = await readSnsMessage(await request.text());
  if (message.Type === "SubscriptionConfirmation") {
    await confirmSubscription(message);
    log.info("subscribed to the topic that tells of bounces");
  }
  const marked = message.Type === "Notification" ? await markUndeliverable(jsonOrNull(message.Message)) : 0;
  return json({ marked });
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
