import type { Email } from "postal-mime";

/** The path of the ticket's page that a mail links to, which opens all that its owner may do. */
export function mailedPathIn(mail: Email): string {
  const link = mail.text?.match(/https?:\/\/\S+\/tickets\/\S{64}/)?.[0];
  if (!link) throw new Error("the mail links to no ticket");
  return new URL(link).pathname;
}
