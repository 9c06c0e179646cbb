import { and, eq, isNull } from "drizzle-orm";
import { doorDevices } from "@/db/schema/door";
import { accessLinks, sessions, users } from "@/db/schema/users";
import { afterCommit, inTransaction, type Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/platform/audit";
import { eventTag, invalidateTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { notFound } from "@/lib/platform/errors";
import { requireOtherAdmin } from "./require-other-admin";
import type { AdminScope } from "./scopes";

/**
 * Shuts a person's account: every session, every phone of theirs at a door and every link to sign
 * in ends with the commit, and no new one opens. The last administrator can't be shut out
 * (`last_admin`); doing it twice changes nothing.
 */
export async function disablePerson(
  scope: AdminScope | null,
  { userId }: { userId: string },
  tx?: Transaction,
): Promise<void> {
  await inTransaction(tx, async (tx) => {
    await requireOtherAdmin(tx, userId);
    const [person] = await tx
      .select({ disabledAt: users.disabledAt })
      .from(users)
      .where(and(eq(users.id, userId), isNull(users.erasedAt)))
      .for("no key update");
    if (!person) throw notFound();
    if (person.disabledAt) return;
    await tx.update(users).set({ disabledAt: now(), updatedAt: now() }).where(eq(users.id, userId));
    await endAccess(tx, userId);
    await recordAudit(tx, { actorId: scope?.userId ?? null, action: "person.disabled", subjectId: userId });
  });
}

async function endAccess(tx: Transaction, userId: string): Promise<void> {
  const revokedAt = now();
  await tx
    .update(sessions)
    .set({ revokedAt })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt)));
  await tx.delete(accessLinks).where(and(eq(accessLinks.userId, userId), isNull(accessLinks.usedAt)));
  const phones = await tx
    .update(doorDevices)
    .set({ revokedAt })
    .where(and(eq(doorDevices.userId, userId), isNull(doorDevices.revokedAt)))
    .returning({ eventId: doorDevices.eventId });
  const tags = [...new Set(phones.map(({ eventId }) => eventTag(eventId)))];
  if (tags.length > 0) afterCommit(tx, () => invalidateTags(tags));
}
