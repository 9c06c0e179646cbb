import type { MailTopic } from "@/lib/access/input";
import { unsubscribeTokenOf } from "@/lib/access/unsubscribe-token";
import { config } from "@/lib/platform/config";
import type { MessageKind } from "@/lib/platform/outbox";

const topicByKind: Partial<Record<MessageKind, MailTopic>> = {
  event_reminder: "reminders",
  announcement: "announcements",
  survey_invitation: "surveys",
};

/** The topic that a kind of message belongs to; what concerns one's own ticket has none and always comes. */
export function topicOf(kind: MessageKind): MailTopic | undefined {
  return topicByKind[kind];
}

/** The page of one's mail preferences, and the address that declines the topic by one POST (RFC 8058). */
export type Unsubscribing = { topic: MailTopic; pageUrl: string; postUrl: string };

/** How this person declines mails of the kind; null where one can't. */
export function unsubscribingOf(kind: MessageKind, userId: string): Unsubscribing | null {
  const topic = topicOf(kind);
  if (!topic) return null;
  const path = `mail-preferences/${unsubscribeTokenOf({ userId, topic })}`;
  return { topic, pageUrl: `${config().APP_URL}/${path}`, postUrl: `${config().APP_URL}/api/${path}` };
}
