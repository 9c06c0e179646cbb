import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import type { AdminScope } from "./scopes";

/**
 * Opens an account that was disabled; its sessions stay ended. Whoever is not disabled is left as
 * they are.
 */
export async function enablePerson(
  scope: AdminScope | null,
  { userId }: { userId: string },
  tx?: Transaction,
): Promise<void> {
  await inTransaction(tx, async (tx) => {
    const enabled = await tx
      .update(users)
      .set({ disabledAt: null, updatedAt: now() })
      .where(and(eq(users.id, userId), isNotNull(users.disabledAt), isNull(users.erasedAt)))
      .returning({ id: users.id });
    if (enabled.length === 0) return;
    await recordAudit(tx, { actorId: scope?.userId ?? null, action: "person.enabled", subjectId: userId });
  });
}
