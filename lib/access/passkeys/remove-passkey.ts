import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { passkeys } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/platform/audit";
import type { PersonScope } from "../scopes";
import type { removePasskeyInput } from "./input";
import { notify, requireKeeper } from "./internal";

/**
 * Removes one of one's own passkeys and tells its person by mail; one that is gone already stays
 * so. Only for whoever showed a passkey in this session and proved a moment ago who they are.
 */
export async function removePasskey(
  scope: PersonScope,
  { id }: z.output<typeof removePasskeyInput>,
  tx?: Transaction,
): Promise<void> {
  await inTransaction(tx, async (tx) => {
    await requireKeeper(tx, scope);
    const isOwn = and(eq(passkeys.id, id), eq(passkeys.userId, scope.userId));
    const removed = await tx.delete(passkeys).where(isOwn).returning({ id: passkeys.id });
    if (removed.length === 0) return;
    await recordAudit(tx, { actorId: scope.userId, action: "passkey.removed", subjectId: scope.userId });
    await notify(tx, scope.userId, "passkey_removed");
  });
}
