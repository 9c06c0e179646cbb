import { eq } from "drizzle-orm";
import { categories, events } from "@/db/schema/events";
import { inTransaction } from "@/db/transaction";
import type { AdminScope } from "@/lib/access/scopes";
import { invalidInput } from "@/lib/platform/errors";
import { closeCategories, findCategory, lockCategories, requireNotFallback, settleChange } from "./internal";

/** Gives all events of a category another one and removes it, at once or not at all. */
export async function mergeCategory(scope: AdminScope, { id, into }: { id: string; into: string }): Promise<void> {
  await inTransaction(undefined, async (tx) => {
    const list = await lockCategories(tx);
    requireNotFallback(findCategory(list, id));
    findCategory(list, into);
    if (id === into) throw invalidInput({ path: "into", message: "Choose another category." });
    await closeCategories(tx, [id]);
    await tx.update(events).set({ category: into }).where(eq(events.category, id));
    await tx.delete(categories).where(eq(categories.id, id));
    await settleChange(tx, scope, { action: "category.merged", detail: { id, into } });
  });
}
