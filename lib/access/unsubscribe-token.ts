import { isSameSecret, macFor } from "@/lib/platform/secrets";
import { type MailTopic, mailTopics } from "./input";

type Claim = { userId: string; topic: MailTopic };

/**
 * The secret part of the link by which a person declines a topic of mail: user id, topic and a 16-byte MAC in base64url (44
 * characters). It opens their mail preferences and nothing else, and does not expire: old mails must keep working.
 */
export function unsubscribeTokenOf({ userId, topic }: Claim): string {
  const claim = Buffer.concat([Buffer.from(userId.replaceAll("-", ""), "hex"), Buffer.of(mailTopics.indexOf(topic))]);
  return Buffer.concat([claim, macOf(claim)]).toString("base64url");
}

/** Whose token this is and of which topic, or null when we did not make it. */
export function openUnsubscribeToken(token: string): Claim | null {
  if (!/^[A-Za-z0-9_-]{44}$/.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const claim = bytes.subarray(0, 17);
  const topic = mailTopics[claim.readUInt8(16)];
  if (!topic || !isSameSecret(bytes.subarray(17), macOf(claim))) return null;
  const hex = claim.subarray(0, 16).toString("hex");
  return { topic, userId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") };
}

function macOf(claim: Buffer): Buffer {
  return macFor("unsubscribe", claim).subarray(0, 16);
}
