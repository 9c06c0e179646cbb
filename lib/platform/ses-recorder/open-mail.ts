import PostalMime, { type Attachment } from "postal-mime";

export type OpenedAttachment = { name: string; type: string; content: Buffer };

/** A mail as its reader has it: the page with its pictures inside, the plain text, and the files that came with it. */
export type OpenedMail = {
  subject: string;
  from: string;
  to: string;
  sentAt: Date | null;
  html: string | null;
  text: string | null;
  attachments: OpenedAttachment[];
};

/** Takes a raw mail apart. Pictures that the page refers to by content id become part of it. */
export async function openMail(raw: Buffer): Promise<OpenedMail> {
  const email = await PostalMime.parse(raw);
  const sentAt = email.date ? new Date(email.date) : null;
  return {
    subject: email.subject ?? "(no subject)",
    from: email.from ? `${email.from.name} <${email.from.address}>`.trim() : "",
    to: (email.to ?? []).map(({ name, address }) => (name ? `${name} <${address}>` : String(address))).join(", "),
    sentAt: sentAt && !Number.isNaN(sentAt.getTime()) ? sentAt : null,
    html: email.html ? inlinePictures(email.html, email.attachments) : null,
    text: email.text ?? null,
    attachments: email.attachments.flatMap((attachment) => {
      const { filename: name, mimeType: type } = attachment;
      return name ? [{ name, type, content: bytesOf(attachment) }] : [];
    }),
  };
}

function inlinePictures(html: string, attachments: Attachment[]): string {
  return attachments.reduce((page, attachment) => {
    if (!attachment.contentId || !attachment.mimeType.startsWith("image/")) return page;
    const data = `data:${attachment.mimeType};base64,${bytesOf(attachment).toString("base64")}`;
    return page.replaceAll(`cid:${attachment.contentId.slice(1, -1)}`, data);
  }, html);
}

function bytesOf({ content }: Attachment): Buffer {
  if (typeof content === "string") return Buffer.from(content);
  return content instanceof Uint8Array ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
}
