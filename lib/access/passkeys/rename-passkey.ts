import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { passkeys } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { notFound } from "@/lib/platform/errors";
import type { PersonScope } from "../scopes";
import type { renamePasskeyInput } from "./input";

/** Calls one of one's own passkeys something else. */
export async function renamePasskey(
  scope: PersonScope,
  { id, name }: z.output<typeof renamePasskeyInput>,
  tx?: Transaction,
): Promise<void> {
  await inTransaction(tx, async (tx) => {
    const isOwn = and(eq(passkeys.id, id), eq(passkeys.userId, scope.userId));
    const renamed = await tx.update(passkeys).set({ name }).where(isOwn).returning({ id: passkeys.id });
    if (renamed.length === 0) throw notFound();
  });
}
