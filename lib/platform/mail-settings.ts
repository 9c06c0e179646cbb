import { z } from "zod";
import { readDkimKey } from "./dkim-key";
import { sender, webAddress } from "./setting-kinds";
import { readSmtpAddress } from "./smtp-address";

const domain = z.string().regex(/^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/i, "is no domain: write example.org");

/** The settings of how mails leave and of how word about them comes back. */
export const mailSettings = {
  /** The mail server that takes our mails; before SES, where both are set. */
  SMTP_URL: readBy(readSmtpAddress).optional(),
  /** Mails a second of all workers together; 10 by SMTP, what the account may by SES. */
  MAIL_RATE: z.coerce.number().min(0.01).max(1_000).optional(),
  MAIL_FROM: sender.optional(),
  /** Signs what leaves by SMTP (RFC 6376); all three or none. */
  DKIM_DOMAIN: domain.optional(),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i, "is no selector: write what stands before ._domainkey")
    .optional(),
  DKIM_KEY_FILE: readBy(readDkimKey).optional(),
  /** The mailbox whose variants (`bounces+…@`) are the envelope senders of what leaves by SMTP. */
  BOUNCE_ADDRESS: z
    .string()
    .regex(/^[a-z0-9._-]{1,15}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i, "is an address of at most 15 characters before the @")
    .optional(),
  /** Lets a mail server tell of delivery reports. */
  BOUNCE_SECRET: z.string().min(16, "needs at least 16 characters").optional(),
  SES_ENDPOINT: webAddress.optional(),
  AWS_REGION: z.string().optional(),
  /** The one SNS topic whose word about bounces and complaints is taken. */
  SNS_TOPIC_ARN: z.string().startsWith("arn:", "is the ARN of an SNS topic, which begins with arn:").optional(),
};

type Together = { DKIM_DOMAIN?: unknown; DKIM_SELECTOR?: unknown; DKIM_KEY_FILE?: unknown };

/** What is wrong with the settings of mail taken together, one sentence each. */
export function faultsOfMail({ DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY_FILE }: Together): string[] {
  const given = [DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY_FILE].filter((value) => value !== undefined).length;
  return given === 0 || given === 3
    ? []
    : ["DKIM_DOMAIN, DKIM_SELECTOR and DKIM_KEY_FILE sign together: set all three or none"];
}

function readBy<T>(read: (given: string) => T) {
  return z.string().transform((given, context) => {
    try {
      return read(given);
    } catch (error) {
      context.addIssue({ code: "custom", message: error instanceof Error ? error.message : "can't be read" });
      return z.NEVER;
    }
  });
}
