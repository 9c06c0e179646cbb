import { and, eq, isNull } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { AppError } from "@/lib/platform/errors";

/**
 * Refuses with `last_admin` unless somebody besides this person administers the installation and
 * may sign in. Whoever takes administrators away asks this first: the rows stay locked until the
 * commit, so that two at once can't leave none.
 */
export async function requireOtherAdmin(tx: Transaction, userId: string): Promise<void> {
  const active = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "admin"), isNull(users.disabledAt), isNull(users.erasedAt)))
    .orderBy(users.id)
    .for("no key update");
  if (active.some(({ id }) => id !== userId) || !active.some(({ id }) => id === userId)) return;
  throw new AppError("last_admin", "This is the last administrator. Make somebody else one first.");
}
