/**
 * What a mail server answered: its code (RFC 5321), and the enhanced one (RFC 3463) where it has
 * one.
 */
export type SmtpReply = { code: number; enhanced: string | null; text: string };

/** A reply taken apart by its first line; null when it is none. */
export function readReply(response: string): SmtpReply | null {
  const [, code, enhanced = null, text = ""] =
    response.match(/^([2-5]\d\d)(?:[ -](?:#?([245]\.\d{1,3}\.\d{1,3})(?:\s|$))?(.*))?$/m) ?? [];
  return code ? { code: Number(code), enhanced, text } : null;
}

const withoutMailbox = new Set([550, 551, 553]);
// Some relays refuse whoever they don't know with the bare code of a mailbox that does not exist.
const isAboutUs = /relay|authenticat|sender|spf|dkim|dmarc|block|spam|policy|denied|listed/i;

/**
 * True when the reply to RCPT TO, or a report's status with it, says for good that there is no such
 * mailbox.
 */
export function saysNoMailbox({ code, enhanced, text }: SmtpReply): boolean {
  if (code < 500) return false;
  if (enhanced === null || enhanced === "5.0.0") return withoutMailbox.has(code) && !isAboutUs.test(text);
  // 5.1.7 and 5.1.8 are about the sender; 5.2.1 is a mailbox that takes nothing any more, 5.4.4 a
  // domain that has no mail server.
  return /^5\.1\.(?![78]$)|^5\.2\.1$|^5\.4\.4$/.test(enhanced);
}

/** True when the mailbox is full, however the server says so: it may not be for ever. */
export function saysMailboxFull({ code, enhanced }: SmtpReply): boolean {
  return enhanced === null ? code === 552 : /^[45]\.2\.2$/.test(enhanced);
}

/**
 * True when the server does not serve us, whomever the mail is for (RFC 3463, security or policy
 * status).
 */
export function saysNotServed({ code, enhanced, text }: SmtpReply): boolean {
  if (code === 530 || code === 535 || code === 534 || code === 538) return true;
  if (code < 500) return false;
  if (enhanced === null || enhanced === "5.0.0") return code === 554 || isAboutUs.test(text);
  return /^5\.7\.|^5\.1\.[78]$/.test(enhanced);
}
