import { eq } from "drizzle-orm";
import { categories, events } from "@/db/schema/events";
import { inTransaction } from "@/db/transaction";
import type { AdminScope } from "@/lib/access/scopes";
import { AppError } from "@/lib/platform/errors";
import { closeCategories, findCategory, lockCategories, requireNotFallback, settleChange } from "./internal";

/**
 * Removes a category that no event names; one in use is a `conflict`: it can be merged into
 * another.
 */
export async function removeCategory(scope: AdminScope, { id }: { id: string }): Promise<void> {
  await inTransaction(undefined, async (tx) => {
    const category = findCategory(await lockCategories(tx), id);
    requireNotFallback(category);
    await closeCategories(tx, [id]);
    if ((await tx.$count(events, eq(events.category, id))) > 0)
      throw new AppError("conflict", `Events are in “${category.name}”: merge it into another category instead.`);
    await tx.delete(categories).where(eq(categories.id, id));
    await settleChange(tx, scope, { action: "category.removed", detail: category });
  });
}
