import { isBounceAddressOf, messageIdIn } from "@/lib/platform/bounce-address";
import { readDeliveryReport } from "@/lib/platform/delivery-report";
import { AppError } from "@/lib/platform/errors";
import { findSubject } from "./find-subject";
import { markBounced } from "./mark-undeliverable";

type Returned = {
  /** The mail that came back, as it is. */
  raw: string;
  /** Whom it was written to, where the mail server says so; else its own headers do. */
  recipient: string | null;
};

/**
 * Marks the address of a message that a mailbox refused for good, as the mail says that came back
 * to its envelope sender, and returns how many it marked. Made-up senders, mails about something
 * else, delays and full mailboxes mark nobody; the same report twice changes nothing more.
 */
export async function takeDeliveryReport({ raw, recipient }: Returned): Promise<number> {
  const report = await readDeliveryReport(raw);
  if (!report) throw new AppError("invalid_input", "The body is not a mail.");
  if (!report.lastWords) return 0;
  for (const address of recipient ? [recipient] : report.addressees) {
    const email = await findAddresseeOf(address);
    if (!email) continue;
    await markBounced(email, report.lastWords);
    return 1;
  }
  return 0;
}

/**
 * Whom the message went to that this envelope sender names; null when the sender is not one of ours
 * for that address.
 */
async function findAddresseeOf(bounceAddress: string): Promise<string | null> {
  const messageId = messageIdIn(bounceAddress);
  const subject = messageId && (await findSubject(messageId));
  if (!messageId || !subject) return null;
  const email = subject.signInCode?.email ?? subject.person?.email;
  return email && isBounceAddressOf(bounceAddress, messageId, email) ? email : null;
}
