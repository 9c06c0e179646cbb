import { type Agent, get } from "node:https";
import { text } from "node:stream/consumers";
import { TimeoutStrategy, timeout } from "cockatiel";
import SnsPayloadValidator from "sns-payload-validator";
import { z } from "zod";
import { config } from "./config";
import { AppError } from "./errors";

const snsMessage = z.looseObject({
  Type: z.enum(["Notification", "SubscriptionConfirmation", "UnsubscribeConfirmation"]),
  MessageId: z.string(),
  TopicArn: z.string(),
  Message: z.string(),
  Timestamp: z.string(),
  Signature: z.string(),
  SignatureVersion: z.enum(["1", "2"]),
  SigningCertURL: z.url(),
  SubscribeURL: z.url().optional(),
});

/** A message of Amazon SNS that our topic really sent. */
export type SnsMessage = Pick<z.infer<typeof snsMessage>, "Type" | "Message" | "SubscribeURL">;

type Options = {
  /** The way to Amazon's hosts; tests lead it elsewhere. */
  agent?: Agent;
};

const amazon = /^https:\/\/sns\.[a-z0-9-]{3,}\.amazonaws\.com(\.cn)?\//;
const inTime = timeout(5_000, TimeoutStrategy.Aggressive);

/**
 * The message in the body, once its topic is ours and Amazon's signature holds (SHA-1 or SHA-256 by a certificate from Amazon's own
 * host); otherwise `malformed` or `unauthenticated`, and `unavailable` while no topic is set.
 */
export async function readSnsMessage(body: string, { agent }: Options = {}): Promise<SnsMessage> {
  const { SNS_TOPIC_ARN } = config();
  if (!SNS_TOPIC_ARN) throw new AppError("unavailable", "SNS_TOPIC_ARN is not set, so no notification is taken.");
  const message = parse(body);
  if (message.TopicArn !== SNS_TOPIC_ARN) throw new AppError("unauthenticated", "This is another topic's message.");
  // Without a cache: an error page that came instead of a certificate must not spoil what follows.
  const validator = new SnsPayloadValidator({ useCache: false, ...(agent && { requestAgent: agent }) });
  try {
    await inTime.execute(() => validator.validate(body));
  } catch (cause) {
    throw new AppError("unauthenticated", "The message is not signed by Amazon SNS.", { cause });
  }
  return message;
}

/** Tells Amazon that we want this topic's messages; `unauthenticated` when the address is not Amazon's. */
export async function confirmSubscription({ SubscribeURL = "" }: SnsMessage, { agent }: Options = {}): Promise<void> {
  if (!amazon.test(SubscribeURL)) throw new AppError("unauthenticated", "The address to confirm at is not Amazon's.");
  const confirming = new Promise<number>((resolve, reject) => {
    get(SubscribeURL, { agent }, (response) => {
      text(response).then(() => resolve(response.statusCode ?? 0), reject);
    }).on("error", reject);
  });
  const status = await inTime.execute(() => confirming);
  if (status !== 200) throw new Error(`SNS answered the confirmation with ${status}`);
}

function parse(body: string): z.infer<typeof snsMessage> {
  try {
    return snsMessage.parse(JSON.parse(body));
  } catch (cause) {
    throw new AppError("malformed", "The body is not a message of Amazon SNS.", { cause });
  }
}
