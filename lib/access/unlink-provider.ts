import { eq } from "drizzle-orm";
import { providerIdentities } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/platform/audit";
import type { AdminScope } from "./scopes";

/**
 * Forgets which identities of the provider are somebody's, told by an administrator or (null) by
 * the operator: the next one that comes with their proved address is linked instead. Returns how
 * many there were.
 */
export async function unlinkProvider(
  scope: AdminScope | null,
  { userId }: { userId: string },
  tx?: Transaction,
): Promise<number> {
  return inTransaction(tx, async (tx) => {
    const ofPerson = eq(providerIdentities.userId, userId);
    const forgotten = await tx.delete(providerIdentities).where(ofPerson).returning({ id: providerIdentities.subject });
    if (forgotten.length > 0)
      await recordAudit(tx, {
        actorId: scope?.userId ?? null,
        action: "person.unlinked_from_provider",
        subjectId: userId,
      });
    return forgotten.length;
  });
}
