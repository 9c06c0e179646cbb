import { config } from "./config";

export type Mailbox = { name: string; address: string };

/** Whom mails come from, as MAIL_FROM says: `Name <address>` or an address alone. */
export function mailSender(): Mailbox {
  const { MAIL_FROM = "Turnout <no-reply@turnout.local>" } = config();
  const [, name = "", address = ""] = MAIL_FROM.match(/^(.*)<([^<>]+)>\s*$/s) ?? ["", "", MAIL_FROM];
  return { name: name.trim().replaceAll('"', "") || "Turnout", address: address.trim() };
}
