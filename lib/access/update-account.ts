import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import type { UpdateAccountInput } from "./input";
import type { PersonScope } from "./scopes";

/** Changes what is given of one's own name, language and time zone, and leaves the rest. */
export async function updateAccount(
  { userId }: PersonScope,
  { name, locale, timezone }: UpdateAccountInput,
  tx?: Transaction,
): Promise<void> {
  await inTransaction(tx, async (tx) => {
    await tx.update(users).set({ name, locale, timezone, updatedAt: now() }).where(eq(users.id, userId));
  });
}
