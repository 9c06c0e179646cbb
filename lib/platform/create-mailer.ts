import { config } from "./config";
import type { Mailer, MailerListeners } from "./mailer";
import { createSesMailer } from "./ses-mailer";
import { createSmtpMailer } from "./smtp-mailer";

/**
 * The way that the settings name for mails to leave: SMTP_URL before SES or the recorder, which
 * speaks like it.
 */
export function createMailer(listeners: MailerListeners): Mailer {
  const { SMTP_URL } = config();
  return SMTP_URL ? createSmtpMailer({ ...listeners, address: SMTP_URL }) : createSesMailer(listeners);
}
