import { and, eq, inArray, ne } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { config } from "@/lib/platform/config";
import { grantRole } from "./grant-role";

/**
 * Makes administrators of the people whose addresses ADMIN_EMAIL lists, or of this one if theirs is
 * listed. Asked at each start and at each sign-in, so that it holds for somebody from the first one
 * on.
 */
export async function grantConfiguredAdmins(only?: { userId: string }, tx?: Transaction): Promise<void> {
  const listed = config().ADMIN_EMAIL;
  if (listed.length === 0) return;
  await inTransaction(tx, async (tx) => {
    const isMeant = only ? eq(users.id, only.userId) : undefined;
    const people = await tx
      .select({ userId: users.id })
      .from(users)
      .where(and(inArray(users.email, listed), ne(users.role, "admin"), isMeant));
    for (const { userId } of people) await grantRole(null, { userId, role: "admin" }, tx);
  });
}
