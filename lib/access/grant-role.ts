import { and, eq, isNull } from "drizzle-orm";
import { accessLinks, users } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { notFound } from "@/lib/platform/errors";
import type { Role } from "./actor";
import { requireOtherAdmin } from "./require-other-admin";
import type { AdminScope } from "./scopes";

/**
 * Gives a person that role, told by an administrator or (null) by the operator of the machine, and
 * says whether it is another one. The last administrator keeps theirs (`last_admin`); the first one
 * makes the set-up link worthless.
 */
export async function grantRole(
  scope: AdminScope | null,
  { userId, role }: { userId: string; role: Role },
  tx?: Transaction,
): Promise<{ hasChanged: boolean }> {
  return inTransaction(tx, async (tx) => {
    if (role !== "admin") await requireOtherAdmin(tx, userId);
    const [person] = await tx
      .select({ role: users.role })
      .from(users)
      .where(and(eq(users.id, userId), isNull(users.erasedAt)))
      .for("no key update");
    if (!person) throw notFound();
    if (role === "admin")
      await tx.delete(accessLinks).where(and(eq(accessLinks.kind, "set_up"), isNull(accessLinks.usedAt)));
    if (person.role === role) return { hasChanged: false };
    await tx.update(users).set({ role, updatedAt: now() }).where(eq(users.id, userId));
    await recordAudit(tx, {
      actorId: scope?.userId ?? null,
      action: "person.role_changed",
      subjectId: userId,
      detail: { from: person.role, to: role },
    });
    return { hasChanged: true };
  });
}
