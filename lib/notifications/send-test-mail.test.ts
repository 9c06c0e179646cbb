import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/outbox";
import { users } from "@/db/schema/users";
import { newId } from "@/lib/platform/id";
import { makePerson } from "@/lib/testing/make-person";
import { startMail } from "@/lib/testing/start-mail";
import { sendTestMail } from "./send-test-mail";

const mail = await startMail();
afterAll(() => mail.stop());

async function sendWhile<T>(waiting: Promise<T>): Promise<T> {
  const timer = setInterval(() => void mail.sendDue(), 200);
  return waiting.finally(() => clearInterval(timer));
}

test("a test mail arrives at an address that nobody has, and leaves nobody behind", async () => {
  const email = `${newId()}@example.org`;
  expect(await sendWhile(sendTestMail(email))).toEqual({ state: "sent" });
  expect(await mail.readMails(email)).toHaveLength(1);
  expect(await db().$count(users, eq(users.email, email))).toBe(0);
});

test("a person whom the test reached stays, and may test again", async () => {
  const { email } = await makePerson();
  expect(await sendWhile(sendTestMail(email))).toEqual({ state: "sent" });
  expect(await sendWhile(sendTestMail(email))).toEqual({ state: "sent" });
  expect(await db().$count(users, eq(users.email, email))).toBe(1);
});

test("what the mail service says of a test mail is told", async () => {
  const { email, userId } = await makePerson();
  const waiting = sendTestMail(email);
  await expect.poll(() => db().$count(outbox, eq(outbox.userId, userId))).toBe(1);
  await db().update(outbox).set({ status: "dead", lastError: "no such mailbox" }).where(eq(outbox.userId, userId));
  expect(await waiting).toEqual({ state: "failed", reason: "no such mailbox" });
});
