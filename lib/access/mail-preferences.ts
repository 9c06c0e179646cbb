import { and, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { mailOptOuts } from "@/db/schema/mail";
import { inTransaction, type Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { type MailPreferencesInput, type MailTopic, mailTopics } from "./input";
import type { MailReaderScope, PersonScope } from "./scopes";

/** The topics that the person wants mail about: all, until they decline one. */
export async function getMailPreferences(scope: PersonScope | MailReaderScope): Promise<MailTopic[]> {
  const declined = await db()
    .select({ topic: mailOptOuts.topic })
    .from(mailOptOuts)
    .where(eq(mailOptOuts.userId, scope.userId));
  return mailTopics.filter((topic) => !declined.some((row) => row.topic === topic));
}

/** From now on the person gets mail about these topics and not about the others. */
export async function setMailPreferences(
  { userId }: PersonScope | MailReaderScope,
  { topics }: MailPreferencesInput,
  tx?: Transaction,
): Promise<void> {
  await inTransaction(tx, async (tx) => {
    const declined = mailTopics.filter((topic) => !topics.includes(topic));
    if (topics.length > 0)
      await tx.delete(mailOptOuts).where(and(eq(mailOptOuts.userId, userId), inArray(mailOptOuts.topic, topics)));
    for (const topic of declined) await decline(tx, userId, topic);
  });
}

/** From now on the person gets no mail about the topic of the link. Twice is once. */
export async function unsubscribe({ userId, topic }: MailReaderScope, tx?: Transaction): Promise<void> {
  await inTransaction(tx, (tx) => decline(tx, userId, topic));
}

async function decline(tx: Transaction, userId: string, topic: MailTopic): Promise<void> {
  await tx.insert(mailOptOuts).values({ userId, topic, at: now() }).onConflictDoNothing();
}
