import { and, eq, isNull } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import type { AdminScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { notFound } from "@/lib/platform/errors";

/**
 * Says which department a person belongs to, so that it may admit and they can't change it; null
 * leaves it to them again. What was registered before keeps what it said.
 */
export async function setDepartment(
  scope: AdminScope,
  { userId, department }: { userId: string; department: string | null },
  tx?: Transaction,
): Promise<void> {
  await inTransaction(tx, async (tx) => {
    const [person] = await tx
      .select({ department: users.department, source: users.departmentSource })
      .from(users)
      .where(and(eq(users.id, userId), isNull(users.erasedAt)))
      .for("no key update");
    if (!person) throw notFound();
    const source = department === null ? "self" : "admin";
    if (person.department === department && person.source === source) return;
    await tx.update(users).set({ department, departmentSource: source, updatedAt: now() }).where(eq(users.id, userId));
    await recordAudit(tx, {
      actorId: scope.userId,
      action: "person.department_changed",
      subjectId: userId,
      detail: { from: person.department, to: department },
    });
  });
}
