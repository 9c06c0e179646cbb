import { db } from "@/db/client";
import { undeliverableAddresses } from "@/db/schema/mail";
import { outbox } from "@/db/schema/outbox";
import { deliverMessage } from "@/lib/notifications/deliver-message";
import { leaseMessages } from "@/lib/notifications/lease-messages";
import { readSmtpAddress } from "@/lib/platform/smtp-address";
import { createSmtpMailer } from "@/lib/platform/smtp-mailer";
import { makePublishedEvent } from "./make-event";
import { makePerson } from "./make-person";
import { enqueue, stageReader } from "./stage-messages";
import { startSmtp } from "./start-smtp";

/**
 * A confirmation that left by SMTP: to whom, and the envelope sender that reports about it come
 * back to.
 */
export async function stageMailBySmtp(): Promise<{ email: string; sender: string }> {
  const smtp = await startSmtp();
  const mailer = createSmtpMailer({ address: readSmtpAddress(smtp.url), ca: smtp.ca });
  const event = await makePublishedEvent(await makePerson({ role: "organizer" }));
  const reader = await stageReader(event.id);
  await db().delete(outbox);
  await enqueue("registration_confirmed", reader.about);
  for (const message of await leaseMessages(1, 120)) await deliverMessage(mailer, message);
  mailer.close();
  await smtp.stop();
  return { email: reader.email, sender: smtp.mails[0]?.from ?? "" };
}

/** The addresses that get no more mail, and why. */
export function listUndeliverable() {
  return db().select().from(undeliverableAddresses);
}

/** As if no mail had ever come back. */
export async function forgetUndeliverable(): Promise<void> {
  await db().delete(undeliverableAddresses);
}
