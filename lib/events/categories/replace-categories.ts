import { inArray } from "drizzle-orm";
import { categories, events } from "@/db/schema/events";
import { inTransaction } from "@/db/transaction";
import type { AdminScope } from "@/lib/access/scopes";
import { AppError } from "@/lib/platform/errors";
import type { Category, ReplaceCategoriesInput } from "./input";
import { closeCategories, fallbackCategory, lockCategories, requireNotFallback, settleChange } from "./internal";

/**
 * Makes this the list, in its order. A category that events name, or that events fall back to,
 * can't be left out (`conflict`).
 */
export async function replaceCategories(scope: AdminScope, { items }: ReplaceCategoriesInput): Promise<Category[]> {
  return inTransaction(undefined, async (tx) => {
    const former = await lockCategories(tx);
    const kept = new Set(items.map(({ id }) => id));
    const dropped = former.filter(({ id }) => !kept.has(id));
    const fallback = dropped.find(({ id }) => id === fallbackCategory);
    if (fallback) requireNotFallback(fallback);
    const ids = dropped.map(({ id }) => id);
    if (ids.length > 0) {
      await closeCategories(tx, ids);
      const used = await tx.selectDistinct({ id: events.category }).from(events).where(inArray(events.category, ids));
      const names = dropped.flatMap(({ id, name }) => (used.some((one) => one.id === id) ? `“${name}”` : []));
      if (names.length > 0)
        throw new AppError(
          "conflict",
          `Events are in ${names.join(", ")}: rename or merge it instead of leaving it out.`,
        );
      await tx.delete(categories).where(inArray(categories.id, ids));
    }
    for (const [index, { id, name }] of items.entries()) {
      const values = { id, name, position: index + 1 };
      await tx.insert(categories).values(values).onConflictDoUpdate({ target: categories.id, set: values });
    }
    await settleChange(tx, scope, { action: "categories.replaced", detail: { items } });
    return items;
  });
}
