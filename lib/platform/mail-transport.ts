import { type Config, config } from "./config";

/**
 * How mails leave: by an SMTP server, by Amazon SES or what speaks like it, or not at all, into our
 * own recorder.
 */
export type MailWay =
  | { kind: "smtp"; host: string; port: number; encryption: "always" | "if_offered" | "never"; logsIn: boolean }
  | { kind: "ses"; at: string }
  | { kind: "recorder" };

const encryptions = { required: "always", optional: "if_offered", off: "never" } as const;

/**
 * How these settings have mails leave: SMTP_URL before SES before the recorder, which keeps them
 * here.
 */
export function mailWayOf({ SMTP_URL, SES_ENDPOINT, AWS_REGION, MAIL_FROM, MAIL_VIEWER }: Config): MailWay {
  if (SMTP_URL) {
    const { host, port, isSecure, startTls, login } = SMTP_URL;
    const encryption = isSecure ? "always" : encryptions[startTls];
    return { kind: "smtp", host, port, encryption, logsIn: login !== null };
  }
  if (SES_ENDPOINT) return MAIL_VIEWER ? { kind: "recorder" } : { kind: "ses", at: new URL(SES_ENDPOINT).host };
  // No account can send from the default address, so real mail has both of these said.
  return AWS_REGION && MAIL_FROM ? { kind: "ses", at: AWS_REGION } : { kind: "recorder" };
}

/** How this process has mails leave. */
export function mailWay(): MailWay {
  return mailWayOf(config());
}
