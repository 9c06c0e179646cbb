import PostalMime, { type Email } from "postal-mime";
import { readReply, saysNoMailbox } from "./smtp-reply";

/** What a mail says that came back to one of our envelope senders. */
export type DeliveryReport = {
  /** Whom it was written to, as far as its headers tell. */
  addressees: string[];
  /**
   * What the far end said of a mailbox that is gone for good; null when the report says nothing of
   * the kind, or is none.
   */
  lastWords: string | null;
};

type Fields = Map<string, string>;

/**
 * A delivery report (RFC 3464, in multipart/report), or whatever mail it is; null when it can't be
 * read as a mail at all.
 */
export async function readDeliveryReport(raw: string): Promise<DeliveryReport | null> {
  const mail = await PostalMime.parse(raw, { maxNestingDepth: 20 }).catch(() => null);
  if (!mail || mail.headers.length === 0) return null;
  const failure = statusesIn(mail).find(isGone);
  return { addressees: addresseesOf(mail), lastWords: failure ? wordsOf(failure) : null };
}

function addresseesOf({ headers, to = [] }: Email): string[] {
  const delivered = headers
    .filter(({ key }) => key === "delivered-to" || key === "x-original-to")
    .map(({ value }) => value.replace(/^<|>$/g, ""));
  return [...delivered, ...to.map(({ address = "" }) => address)].filter(Boolean);
}

/**
 * The fields of each recipient: the blocks of the status part after its first, which is about the
 * report.
 */
function statusesIn({ attachments }: Email): Fields[] {
  return attachments
    .filter(({ mimeType }) => /^message\/(global-)?delivery-status$/i.test(mimeType))
    .flatMap(({ content }) =>
      textOf(content)
        .replaceAll("\r\n", "\n")
        .trim()
        .split(/\n\s*\n/)
        .slice(1),
    )
    .map(fieldsIn);
}

function fieldsIn(block: string): Fields {
  const lines = block.replaceAll(/\n[ \t]+/g, " ").split("\n");
  const pairs = lines.map((line) => line.match(/^([\w-]+):\s*(.*)$/)).filter((match) => match !== null);
  return new Map(pairs.map(([, name = "", value = ""]) => [name.toLowerCase(), value.trim()]));
}

function isGone(fields: Fields): boolean {
  const [status = ""] = fields.get("status")?.match(/^[245]\.\d{1,3}\.\d{1,3}/) ?? [];
  if (fields.get("action")?.toLowerCase() !== "failed" || !status.startsWith("5")) return false;
  const reply = readReply(diagnosisOf(fields)) ?? { code: 550, enhanced: null, text: diagnosisOf(fields) };
  return saysNoMailbox({ ...reply, enhanced: reply.enhanced ?? status });
}

/** `smtp; 550 5.1.1 …` without what it is written in. */
function diagnosisOf(fields: Fields): string {
  return fields.get("diagnostic-code")?.replace(/^[\w-]+;\s*/, "") ?? "";
}

function wordsOf(fields: Fields): string {
  return diagnosisOf(fields) || `status ${fields.get("status")}`;
}

function textOf(content: string | ArrayBuffer | Uint8Array): string {
  return typeof content === "string" ? content : Buffer.from(content as ArrayBuffer).toString();
}
