import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { undeliverableAddresses } from "@/db/schema/mail";
import { outbox } from "@/db/schema/outbox";
import { requestSignInCode } from "@/lib/access/request-sign-in-code";
import { signInCodeOf } from "@/lib/access/sign-in-codes";
import { signInWithCode } from "@/lib/access/sign-in-with-code";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { enqueue, readOutbox, stageReader } from "@/lib/testing/stage-messages";
import { startMail } from "@/lib/testing/start-mail";
import { markUndeliverable } from "./mark-undeliverable";

beforeEach(async () => {
  await db().delete(outbox);
  await db().delete(undeliverableAddresses);
});

const bounceOf = (bounceType: string, ...addresses: string[]) => ({
  notificationType: "Bounce",
  bounce: {
    bounceType,
    bouncedRecipients: addresses.map((emailAddress) => ({ emailAddress, diagnosticCode: "550 no such mailbox" })),
  },
});
const complaintOf = (emailAddress: string) => ({
  eventType: "Complaint",
  complaint: { complainedRecipients: [{ emailAddress }], complaintFeedbackType: "abuse" },
});

const faults = () => db().select().from(undeliverableAddresses).orderBy(undeliverableAddresses.email);

test("permanent bounces and complaints mark the address, in any case of letters and once; delays mark nobody", async () => {
  expect(await markUndeliverable(bounceOf("Transient", "slow@example.org"))).toBe(0);
  expect(await markUndeliverable({ notificationType: "Delivery" })).toBe(0);
  expect(await markUndeliverable(null)).toBe(0);
  expect(
    await markUndeliverable(bounceOf("Permanent", "Gone@Example.org", "gone@example.org", "eve@example.org")),
  ).toBe(2);
  await markUndeliverable(bounceOf("Permanent", "gone@example.org"));
  await markUndeliverable(complaintOf("cross@example.org"));
  expect(await faults()).toMatchObject([
    { email: "cross@example.org", fault: "complained", detail: "abuse" },
    { email: "eve@example.org", fault: "bounced", detail: "550 no such mailbox" },
    { email: "gone@example.org", fault: "bounced" },
  ]);
});

test("an address that bounced gets a code only, and whoever signs in with it gets mail again", async () => {
  const mail = await startMail();
  const organizer = await makePerson({ role: "organizer" });
  const event = await makePublishedEvent(organizer);
  const reader = await stageReader(event.id);
  await markUndeliverable(bounceOf("Permanent", reader.email));
  await enqueue("registration_confirmed", reader.about);
  const { challengeId } = await requestSignInCode({ email: reader.email });
  await mail.sendDue();
  expect((await mail.readMails(reader.email)).map(({ kind }) => kind)).toEqual(["sign_in_code"]);
  expect(await readOutbox()).toMatchObject([
    { status: "skipped", lastError: "mail to this address came back" },
    { status: "sent" },
  ]);
  await signInWithCode({ challengeId, code: signInCodeOf(challengeId) });
  await enqueue("registration_confirmed", reader.about);
  await mail.sendDue();
  expect((await mail.readMails(reader.email)).at(-1)?.kind).toBe("registration_confirmed");
  await mail.stop();
});

test("somebody who complained still gets what is about their own ticket", async () => {
  const mail = await startMail();
  const organizer = await makePerson({ role: "organizer" });
  const event = await makePublishedEvent(organizer);
  const reader = await stageReader(event.id);
  await markUndeliverable(complaintOf(reader.email));
  await enqueue("registration_confirmed", reader.about);
  await enqueue("event_reminder", reader.about);
  await mail.sendDue();
  expect((await readOutbox()).map(({ status }) => status)).toEqual(["sent", "skipped"]);
  await mail.stop();
});
