import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db, sql } from "@/db/client";
import { undeliverableAddresses } from "@/db/schema/mail";
import { outbox } from "@/db/schema/outbox";
import { now, setClock } from "@/lib/platform/clock";
import { storeRest } from "@/lib/platform/mail-service";
import type { Mailer } from "@/lib/platform/mailer";
import { readSmtpAddress } from "@/lib/platform/smtp-address";
import { createSmtpMailer } from "@/lib/platform/smtp-mailer";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { enqueue, enqueueConfirmations, readOutbox, stageReader } from "@/lib/testing/stage-messages";
import { startSmtp } from "@/lib/testing/start-smtp";
import { deliverMessage } from "./deliver-message";
import { leaseMessages } from "./lease-messages";

const limits = {
  connectMs: 400,
  greetingMs: 400,
  answerMs: 400,
  sendMs: 1_500,
  restMs: 200,
  throttleMs: 200,
  refusalMs: 200,
};
let smtp: Awaited<ReturnType<typeof startSmtp>>;
let mailer: Mailer;
let eventId: string;

beforeAll(async () => {
  const organizer = await makePerson({ role: "organizer" });
  ({ id: eventId } = await makePublishedEvent(organizer));
});
beforeEach(async () => {
  await db().delete(outbox);
  await db().delete(undeliverableAddresses);
  smtp = await startSmtp();
  mailer = newMailer();
});
afterEach(async () => {
  setClock(null);
  await storeRest(0, null);
  mailer.close();
  await smtp.stop();
});

function newMailer(): Mailer {
  return createSmtpMailer({ address: readSmtpAddress(smtp.url), limits, ca: smtp.ca });
}

/** Sends what is due at this moment, once, and comes back after the pause that it led to. */
async function deliverOnce(by: Mailer = mailer): Promise<void> {
  const messages = await leaseMessages(20, 60);
  await Promise.all(messages.map((message) => deliverMessage(by, message)));
}

async function later(seconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, mailer.restMs() + 20));
  setClock(new Date(now().getTime() + seconds * 1000));
}

async function states() {
  return (await readOutbox()).map(({ status, attempts }) => `${status} ${attempts}`).sort();
}

async function lastErrors() {
  return (await readOutbox()).map(({ lastError }) => lastError);
}

describe("what the outbox makes of a mail server's answers", () => {
  test("a mailbox refused for good: dead with the reason, its address gets no more mail, the others do", async () => {
    const gone = await stageReader(eventId);
    smtp.setFaults({ RCPT: (line) => (line.includes(gone.email) ? "550 5.1.1 User unknown" : null) });
    await enqueue("registration_confirmed", gone.about);
    await enqueueConfirmations(eventId, 3);
    await deliverOnce();
    expect(await states()).toEqual(["dead 1", "sent 1", "sent 1", "sent 1"]);
    expect(await lastErrors()).toContainEqual(expect.stringContaining("no such mailbox"));
    expect(await db().select().from(undeliverableAddresses)).toMatchObject([
      { email: gone.email, fault: "bounced", detail: expect.stringContaining("550 5.1.1") },
    ]);
    await enqueue("ticket_resent", gone.about);
    await deliverOnce();
    expect(await lastErrors()).toContain("mail to this address came back");
    expect(smtp.mails).toHaveLength(3);
  });

  test.each([
    ["a wrong password", { AUTH: "535 5.7.8 Bad credentials" }],
    ["a sender that may not send", { MAIL: "550 5.7.1 Sender not allowed" }],
    ["relaying denied", { RCPT: "554 5.7.1 Relay access denied" }],
    ["encryption refused", { STARTTLS: "502 Not implemented" }],
    ["no service at all", { GREETING: "554 No service" }],
  ] as const)("%s: nobody is condemned, no attempt is used up, and all leaves once it is mended", async (_, faults) => {
    await enqueueConfirmations(eventId, 5);
    smtp.setFaults(faults);
    for (let round = 0; round < 4; round++) {
      await deliverOnce();
      expect(mailer.restMs()).toBeGreaterThan(0);
      await later(60);
    }
    expect(await states()).toEqual(Array(5).fill("pending 0"));
    expect(await db().$count(undeliverableAddresses)).toBe(0);
    smtp.setFaults({});
    await later(60);
    await deliverOnce();
    expect(await states()).toEqual(Array(5).fill("sent 1"));
    expect(smtp.mails).toHaveLength(5);
  });

  test("greylisted: tried again by itself, and it comes once", async () => {
    const until = now().getTime() + 300_000;
    smtp.setFaults({ RCPT: () => (now().getTime() < until ? "450 4.2.0 Greylisted" : null) });
    await enqueueConfirmations(eventId, 3);
    for (let round = 0; round < 10; round++) {
      await deliverOnce();
      await later(100);
    }
    expect((await states()).every((state) => state.startsWith("sent"))).toBe(true);
    expect(smtp.mails).toHaveLength(3);
  });

  test("asked to slow down: no attempt is used up, and nothing is lost", async () => {
    await enqueueConfirmations(eventId, 4);
    smtp.setFaults({ MAIL: "421 4.7.0 Too fast" });
    await deliverOnce();
    expect(await states()).toEqual(Array(4).fill("pending 0"));
    smtp.setFaults({});
    await later(30);
    await deliverOnce();
    expect(smtp.mails).toHaveLength(4);
  });

  test.each(["GREETING", "EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA"] as const)(
    "a server that hangs at %s for hours: no attempt is used up, and each mail comes once in the end",
    async (phase) => {
      await enqueueConfirmations(eventId, 2);
      smtp.setFaults({ [phase]: "hang" });
      for (let round = 0; round < 3; round++) {
        await deliverOnce();
        await later(3_600);
      }
      expect(await states()).toEqual(Array(2).fill("pending 0"));
      smtp.setFaults({});
      const fresh = newMailer();
      await deliverOnce(fresh);
      fresh.close();
      expect(await states()).toEqual(Array(2).fill("sent 1"));
      expect(smtp.mails).toHaveLength(2);
    },
  );

  test.each(["hang", "drop"] as const)(
    "a server that takes each mail and then only %ss: three copies at most, with one Message-ID, then it says so",
    async (how) => {
      await enqueueConfirmations(eventId, 1);
      smtp.setFaults({ MESSAGE: how });
      for (let round = 0; round < 8; round++) {
        const fresh = newMailer();
        await deliverOnce(fresh);
        fresh.close();
        await later(3_600);
      }
      expect(smtp.mails).toHaveLength(3);
      const ids = smtp.mails.map(({ raw }) => raw.toString().match(/^Message-ID: (.*)$/im)?.[1]);
      expect(new Set(ids).size).toBe(1);
      const [message] = await readOutbox();
      expect(message).toMatchObject({ status: "dead" });
      expect(message?.lastError).toMatch(/it may have arrived: The mail server did not say/);
    },
  );

  test("one mail that the server always breaks off at is dead in the end, and the others left at once", async () => {
    const poison = await stageReader(eventId);
    smtp.setFaults({ RCPT: (line) => (line.includes(poison.email) ? "drop" : null) });
    await enqueue("registration_confirmed", poison.about);
    for (let round = 0; round < 28; round++) {
      await enqueueConfirmations(eventId, 1);
      await deliverOnce();
      await later(4_400);
    }
    expect(smtp.mails).toHaveLength(28);
    expect((await states()).filter((state) => state.startsWith("dead"))).toHaveLength(1);
    expect(await db().$count(undeliverableAddresses)).toBe(0);
  });

  test("while one worker's mail server refuses us, no other worker is given anything", async () => {
    const told: Promise<void>[] = [];
    const listening = createSmtpMailer({
      address: readSmtpAddress(smtp.url),
      limits: { ...limits, refusalMs: 60_000 },
      ca: smtp.ca,
      onRest: (restMs, reason) => told.push(storeRest(restMs, reason)),
    });
    smtp.setFaults({ AUTH: "535 5.7.8 Bad credentials" });
    await enqueueConfirmations(eventId, 3);
    await deliverOnce(listening);
    await Promise.all(told);
    setClock(new Date(now().getTime() + 600_000));
    expect(await leaseMessages(10)).toEqual([]);
    const [row] = await sql()`select rest_reason, rests_until > now() as rests from mail_service`;
    expect(row).toMatchObject({ rests: true });
    expect(row?.rest_reason).toMatch(/refuses our user name or password: .*535 5.7.8/);
    listening.close();
  });
});
