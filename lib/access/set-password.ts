import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { AppError, invalidInput } from "@/lib/platform/errors";
import { takeOrRefuse } from "@/lib/platform/rate-limit";
import type { SetPasswordInput } from "./input";
import { hashPassword, isPasswordOf } from "./passwords";
import { revokeOtherSessions } from "./revoke-other-sessions";
import type { PersonScope } from "./scopes";

/**
 * Sets or changes one's own password and ends every other session. Where there is one already the current one must be given, so that
 * an unattended browser is not enough.
 */
export async function setPassword(scope: PersonScope, input: SetPasswordInput, tx?: Transaction): Promise<void> {
  await takeOrRefuse("signInAddress", [`password:${scope.email}`]);
  const passwordHash = await hashPassword(input.newPassword);
  await inTransaction(tx, async (tx) => {
    const [user] = await tx
      .select({ passwordHash: users.passwordHash })
      .from(users)
      .where(eq(users.id, scope.userId))
      .for("no key update");
    if (!user) throw new AppError("unauthenticated", "This account no longer exists.");
    if (user.passwordHash && !(await isPasswordOf(user.passwordHash, input.currentPassword ?? "")))
      throw invalidInput({ path: "currentPassword", message: "This is not your current password." });
    await tx.update(users).set({ passwordHash, updatedAt: now() }).where(eq(users.id, scope.userId));
    await revokeOtherSessions(scope, tx);
  });
}
