import { and, eq, isNull } from "drizzle-orm";
import { passkeys, sessions, users } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { notFound } from "@/lib/platform/errors";
import type { AdminScope } from "../scopes";
import { notify } from "./internal";

/**
 * Removes all passkeys of somebody who lost them, told by an administrator or (null) by the
 * operator of the machine: their sessions end, and a mail says so. Returns how many there were.
 */
export async function resetPasskeys(
  scope: AdminScope | null,
  { userId }: { userId: string },
  tx?: Transaction,
): Promise<number> {
  return inTransaction(tx, async (tx) => {
    const [person] = await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("no key update");
    if (!person) throw notFound();
    const removed = await tx.delete(passkeys).where(eq(passkeys.userId, userId)).returning({ id: passkeys.id });
    if (removed.length === 0) return 0;
    const isOpen = and(eq(sessions.userId, userId), isNull(sessions.revokedAt));
    await tx.update(sessions).set({ revokedAt: now() }).where(isOpen);
    await recordAudit(tx, { actorId: scope?.userId ?? null, action: "passkeys.reset", subjectId: userId });
    await notify(tx, userId, "passkey_removed");
    return removed.length;
  });
}
