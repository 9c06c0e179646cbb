import MailComposer from "nodemailer/lib/mail-composer";
import { now } from "./clock";
import { type Mailbox, mailSender } from "./mail-sender";
import type { RawMail } from "./mailer";
import { SendFault } from "./send-fault";

export type MailParts = {
  /** Makes the Message-ID: a second copy of the same message has the same one. */
  id: string;
  kind: string;
  to: Mailbox;
  fromName: string | null;
  /** Who reads the answers. */
  replyTo: Mailbox | null;
  subject: string;
  html: string;
  text: string;
  /** Mails of one thread are shown together. */
  threadId: string | null;
  /** Where one POST (RFC 8058) means that this person wants no more such mails; null for what one can't do without. */
  unsubscribeUrl: string | null;
  pictures: { contentId: string; filename: string; png: Buffer }[];
  calendar: { method: "REQUEST" | "CANCEL"; content: string } | null;
};

const longestHeader = 200;
const address = /^[^\s\p{Cc}\u2028\u2029<>()[\]\\,;:"@]+@[^\s\p{Cc}\u2028\u2029<>()[\]\\,;:"@]+$/u;

/**
 * The mail as MIME (RFC 5322): page, plain-text twin, pictures inside, calendar entry. Nothing that a person typed can add a header,
 * and a recipient that is no single address is a `rejected` SendFault.
 */
export async function makeRawMail(parts: MailParts): Promise<RawMail> {
  if (!address.test(parts.to.address)) throw new SendFault("rejected", "the recipient is not a mail address");
  const sender = mailSender();
  const domain = sender.address.split("@").at(-1);
  // The thread's root is a name that no mail has: SES puts its own Message-ID on the first one.
  const threadId = parts.threadId ? `<${parts.threadId}@${domain}>` : undefined;
  const replyTo = parts.replyTo && address.test(parts.replyTo.address) && mailboxOf(parts.replyTo);
  const node = new MailComposer({
    from: { name: headerText(parts.fromName ?? sender.name), address: sender.address },
    to: mailboxOf(parts.to),
    replyTo: replyTo || undefined,
    subject: headerText(parts.subject),
    messageId: `<${parts.id}@${domain}>`,
    inReplyTo: threadId,
    references: threadId,
    date: now(),
    headers: {
      "X-Turnout-Kind": parts.kind,
      "Auto-Submitted": "auto-generated",
      ...(parts.unsubscribeUrl && {
        "List-Unsubscribe": `<${parts.unsubscribeUrl}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
    html: parts.html,
    text: parts.text,
    attachments: parts.pictures.map(({ contentId, filename, png }) => ({
      ...{ cid: contentId, filename, content: png, contentType: "image/png", contentDisposition: "inline" },
    })),
    ...(parts.calendar && { icalEvent: { ...parts.calendar, filename: "event.ics" } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const recipient = node.getEnvelope().to.at(0);
  if (!recipient) throw new SendFault("rejected", "the recipient is not a mail address");
  return { id: parts.id, from: sender.address, to: recipient, raw: await node.build() };
}

function mailboxOf({ name, address }: Mailbox): Mailbox {
  return { name: headerText(name), address };
}

/** Text for one header: a single line, however the text names its line ends, and of bounded length. */
export function headerText(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
  return [...line].slice(0, longestHeader).join("");
}
