import { sql } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/outbox";
import { now, setClock } from "@/lib/platform/clock";
import type { Mailer } from "@/lib/platform/mailer";
import { createSesMailer } from "@/lib/platform/ses-mailer";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { enqueue, enqueueConfirmations, readOutbox, stageReader } from "@/lib/testing/stage-messages";
import { startMail } from "@/lib/testing/start-mail";
import { deliverMessage } from "./deliver-message";
import { leaseMessages } from "./lease-messages";
import { pauseMsAfter } from "./settle-message";

let mail: Awaited<ReturnType<typeof startMail>>;
let eventId: string;

beforeAll(async () => {
  const organizer = await makePerson({ role: "organizer" });
  ({ id: eventId } = await makePublishedEvent(organizer));
});
beforeEach(async () => {
  await db().delete(outbox);
  mail = await startMail();
});
afterEach(async () => {
  setClock(null);
  await mail.stop();
});

function later(seconds: number): void {
  setClock(new Date(now().getTime() + seconds * 1000));
}

async function theMessage() {
  const [message] = await readOutbox();
  if (!message) throw new Error("the outbox is empty");
  return message;
}

/** One delivery of everything due, whatever comes of it. */
async function deliverOnce(mailer: Mailer = mail.mailer): Promise<number> {
  const messages = await leaseMessages(50);
  await Promise.all(messages.map((message) => deliverMessage(mailer, message)));
  return messages.length;
}

describe("leases", () => {
  test("two workers at once never get the same message, and most urgent ones come first", async () => {
    await enqueueConfirmations(eventId, 40);
    const reader = await stageReader(eventId, { status: "cancelled" });
    await enqueue("survey_invitation", reader.about);
    await enqueue("sign_in_code", { signInCodeId: reader.registrationId });
    const [first, ...rest] = await Promise.all([
      leaseMessages(1),
      leaseMessages(10),
      leaseMessages(10),
      leaseMessages(10),
    ]);
    const others = (await Promise.all([leaseMessages(50), leaseMessages(50)])).flat();
    const all = [...first, ...rest.flat(), ...others];
    expect(new Set(all.map(({ id }) => id)).size).toBe(42);
    expect(all).toHaveLength(42);
    expect([...first, ...rest.flat()].map(({ kind }) => kind)).toContain("sign_in_code");
    expect(others.map(({ kind }) => kind)).toContain("survey_invitation");
  });

  test("a large mailing is leased at once, also by statistics from when nothing waited", async () => {
    const write = (status: "sent" | "pending") =>
      db().execute(sql`
        insert into outbox (id, kind, dedupe_key, event_id, registration_id, status, run_at, sent_at)
        select gen_random_uuid(), 'survey_invitation', ${status}::text || n, ${eventId}::uuid, gen_random_uuid(), ${status}::message_status, now(),
               case when ${status}::text = 'sent' then now() end
        from generate_series(1, 20000) n`);
    await write("sent");
    await db().execute(sql`analyze outbox`);
    await write("pending");
    expect(await leaseMessages(10)).toHaveLength(10);
  });

  test("a lease that ran out is taken again, and the mail has the same Message-ID", async () => {
    await enqueueConfirmations(eventId, 1);
    const [lost] = await leaseMessages(10);
    expect(await leaseMessages(10)).toHaveLength(0);
    later(31);
    const [again] = await leaseMessages(10);
    expect(again).toMatchObject({ id: lost?.id, attempts: 2 });
    if (!lost || !again) throw new Error("nothing was leased");
    await deliverMessage(mail.mailer, again);
    // The first worker wakes up: its time is up, so it sends nothing and spoils nothing.
    await deliverMessage(mail.mailer, lost);
    expect((await mail.listMails()).length).toBe(1);
    expect(await theMessage()).toMatchObject({ status: "sent", attempts: 2, leasedUntil: null });
  });

  test("messages about one registration wait for each other, in the order written", async () => {
    const reader = await stageReader(eventId);
    await enqueue("registration_confirmed", reader.about);
    later(1);
    await enqueue("registration_cancelled", reader.about);
    expect((await leaseMessages(10)).map(({ kind }) => kind)).toEqual(["registration_confirmed"]);
    expect(await leaseMessages(10)).toHaveLength(0);
    later(40);
    await mail.sendDue();
    expect((await mail.readMails(reader.email)).map(({ kind }) => kind)).toEqual([
      "registration_confirmed",
      "registration_cancelled",
    ]);
  });
});

describe("a mail service that is not well", () => {
  test("failing: tried again after growing pauses, dead after twelve attempts with the reason", async () => {
    await enqueueConfirmations(eventId, 1);
    await mail.setFaults({ fail: 1 });
    // A new mailer each time, so that no breaker rests.
    for (let attempt = 1; attempt <= 12; attempt++) {
      expect(await deliverOnce(createSesMailer({ endpoint: mail.endpoint }))).toBe(1);
      const { runAt, attempts } = await theMessage();
      expect(attempts).toBe(attempt);
      if (attempt < 12) expect(runAt.getTime()).toBeGreaterThan(now().getTime() + 3_900);
      later(2 * 3_600);
    }
    expect(await theMessage()).toMatchObject({ status: "dead" });
    expect((await theMessage()).lastError).toMatch(/after 12 attempts: .*Told to fail/);
    expect(await deliverOnce()).toBe(0);
  });

  test("the pauses double up to an hour, with jitter", () => {
    const spanOf = (attempts: number) => {
      const pauses = Array.from({ length: 200 }, () => pauseMsAfter(attempts) / 1000);
      return { least: Math.min(...pauses), most: Math.max(...pauses) };
    };
    expect(spanOf(1).least).toBeGreaterThanOrEqual(4);
    expect(spanOf(1).most).toBeLessThanOrEqual(6);
    expect(spanOf(5).least).toBeGreaterThanOrEqual(64);
    expect(spanOf(5).most).toBeLessThanOrEqual(96);
    const late = spanOf(20);
    expect(late.most).toBeLessThanOrEqual(4_320);
    expect(late.most - late.least).toBeGreaterThan(600);
  });

  test("throttling: slower, and no attempt is lost", async () => {
    await enqueueConfirmations(eventId, 3);
    await mail.setFaults({ throttle: 1 });
    await deliverOnce();
    expect((await readOutbox()).map(({ status, attempts }) => ({ status, attempts }))).toEqual(
      Array(3).fill({ status: "pending", attempts: 0 }),
    );
    expect(mail.mailer.restMs()).toBeGreaterThan(500);
    await mail.setFaults({});
    later(5);
    expect(await mail.sendDue()).toBe(3);
    expect(await mail.listMails()).toHaveLength(3);
  });

  test("a refused address is dead at once, and the others are sent", async () => {
    const refused = await stageReader(eventId);
    await mail.setFaults({ reject: [refused.email] });
    await enqueue("registration_confirmed", refused.about);
    await enqueueConfirmations(eventId, 2);
    await mail.sendDue();
    const messages = await readOutbox();
    expect(messages.map(({ status }) => status).sort()).toEqual(["dead", "sent", "sent"]);
    const dead = messages.find(({ status }) => status === "dead");
    expect(dead?.lastError).toContain("MessageRejected");
    expect(mail.mailer.restMs()).toBe(0);
  });

  test("hanging: each call ends in time", async () => {
    await enqueueConfirmations(eventId, 1);
    await mail.setFaults({ hang: 1 });
    const startedAt = performance.now();
    await deliverOnce(createSesMailer({ endpoint: mail.endpoint, timeoutMs: 300 }));
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(await theMessage()).toMatchObject({ status: "pending", attempts: 1, leasedUntil: null });
  });

  test("down: the breaker opens, what was not tried costs nothing, and all drains by itself afterwards", async () => {
    const mailer = createSesMailer({ endpoint: "http://127.0.0.1:1", timeoutMs: 300, restMs: 300 });
    await enqueueConfirmations(eventId, 20);
    await deliverOnce(mailer);
    expect(mailer.restMs()).toBeGreaterThan(0);
    const messages = await readOutbox();
    expect(messages.every(({ status }) => status === "pending")).toBe(true);
    const untried = messages.filter(({ attempts }) => attempts === 0);
    expect(untried.length).toBeGreaterThan(5);
    later(60);
    await mail.sendDue();
    expect(await mail.listMails()).toHaveLength(20);
    expect((await readOutbox()).every(({ status }) => status === "sent")).toBe(true);
  });

  test("a message whose workers kept ending is dead instead of taking one worker after the other down", async () => {
    await enqueueConfirmations(eventId, 1);
    await db().update(outbox).set({ attempts: 15 });
    await deliverOnce();
    expect(await theMessage()).toMatchObject({ status: "dead", lastError: "workers kept ending while sending it" });
  });
});
