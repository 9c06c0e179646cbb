import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { mailService } from "@/db/schema/mail";
import { outbox } from "@/db/schema/outbox";
import { users } from "@/db/schema/users";
import { inTransaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { enqueueMessages } from "@/lib/platform/outbox";

/**
 * What came of a test mail while we waited: `reason` is what the mail service or our worker says.
 */
export type TestMailOutcome = { state: "sent" } | { state: "failed" | "waiting"; reason: string | null };

const lookEveryMs = 250;
const patienceMs = 12_000;

/**
 * Sends a test mail to an address by the way that all mails take, and waits some seconds for what
 * comes of it. An address that nobody has becomes a person only for as long as that takes.
 */
export async function sendTestMail(email: string): Promise<TestMailOutcome> {
  const id = newId();
  const { userId, isNew } = await inTransaction(undefined, async (tx) => {
    const at = now();
    const person = { id, email, name: email.slice(0, email.indexOf("@")), createdAt: at, updatedAt: at };
    const [made] = await tx
      .insert(users)
      .values(person)
      .onConflictDoNothing({ target: users.email })
      .returning({ id: users.id });
    const [known] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
    if (!known) throw new Error("a person just stored is not there");
    await enqueueMessages(tx, [{ kind: "test_mail", dedupeKey: `test_mail:${id}`, userId: known.id }]);
    return { userId: known.id, isNew: made !== undefined };
  });
  try {
    return await outcomeOf(`test_mail:${id}`);
  } finally {
    if (isNew)
      await db()
        .delete(users)
        .where(and(eq(users.id, userId), isNull(users.emailVerifiedAt)));
  }
}

async function outcomeOf(dedupeKey: string): Promise<TestMailOutcome> {
  for (let waitedMs = 0; ; waitedMs += lookEveryMs) {
    const [message] = await db()
      .select({ status: outbox.status, reason: outbox.lastError })
      .from(outbox)
      .where(eq(outbox.dedupeKey, dedupeKey));
    if (message?.status === "sent") return { state: "sent" };
    const reason = message?.reason ?? null;
    if (message?.status === "dead" || message?.status === "skipped") return { state: "failed", reason };
    if (waitedMs >= patienceMs) return { state: "waiting", reason: reason ?? (await restReason()) };
    await sleep(lookEveryMs);
  }
}

async function restReason(): Promise<string | null> {
  const [service] = await db().select({ reason: mailService.restReason }).from(mailService);
  return service?.reason ?? null;
}
