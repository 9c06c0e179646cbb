import { eq } from "drizzle-orm";
import { categories } from "@/db/schema/events";
import { inTransaction } from "@/db/transaction";
import type { AdminScope } from "@/lib/access/scopes";
import type { Category } from "./input";
import { findCategory, lockCategories, requireFreeName, settleChange } from "./internal";

/** Gives a category another name; its id stays, so that addresses and events do. */
export async function renameCategory(scope: AdminScope, { id, name }: Category): Promise<void> {
  await inTransaction(undefined, async (tx) => {
    const list = await lockCategories(tx);
    const former = findCategory(list, id);
    requireFreeName(list, name, id);
    if (former.name === name) return;
    await tx.update(categories).set({ name }).where(eq(categories.id, id));
    await settleChange(tx, scope, { action: "category.renamed", detail: { id, from: former.name, to: name } });
  });
}
