import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { AppError, invalidInput } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import { enqueueMessages } from "@/lib/platform/outbox";
import { findPasswordFault } from "./find-password-fault";
import { requireFreshProof } from "./fresh-proof";
import type { SetPasswordInput } from "./input";
import { hashPassword } from "./passwords";
import { revokeOtherSessions } from "./revoke-other-sessions";
import type { PersonScope } from "./scopes";

/**
 * Sets or changes one's own password, ends every other session and tells the owner by mail. It
 * takes a fresh proof (`proof_required`), so that an unattended or stolen browser is not enough; a
 * common password is `invalid_input`.
 */
export async function setPassword(scope: PersonScope, input: SetPasswordInput, tx?: Transaction): Promise<void> {
  requireFreshProof(scope);
  const message = findPasswordFault(input.newPassword, scope);
  if (message) throw invalidInput({ path: "newPassword", message });
  await replacePassword(scope, await hashPassword(input.newPassword), tx);
}

/** Removes one's own password, under the same conditions; a code by mail goes on to work. */
export async function removePassword(scope: PersonScope, tx?: Transaction): Promise<void> {
  requireFreshProof(scope);
  await replacePassword(scope, null, tx);
}

async function replacePassword(scope: PersonScope, passwordHash: string | null, tx?: Transaction): Promise<void> {
  const { userId } = scope;
  await inTransaction(tx, async (tx) => {
    const [user] = await tx
      .select({ passwordHash: users.passwordHash })
      .from(users)
      .where(eq(users.id, userId))
      .for("no key update");
    if (!user) throw new AppError("unauthenticated", "This account no longer exists.");
    if (!passwordHash && !user.passwordHash) return;
    const change = !passwordHash ? "removed" : user.passwordHash ? "changed" : "set";
    await tx.update(users).set({ passwordHash, updatedAt: now() }).where(eq(users.id, userId));
    const notice = `password_${change}`;
    const dedupeKey = `security_notice:${notice}:${newId()}`;
    await enqueueMessages(tx, [{ kind: "security_notice", notice, userId, dedupeKey }]);
    await recordAudit(tx, { actorId: userId, action: `password.${change}`, subjectId: userId });
    await revokeOtherSessions(scope, tx);
  });
}
