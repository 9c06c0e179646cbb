import { asc, eq, inArray, sql } from "drizzle-orm";
import { categories } from "@/db/schema/events";
import { afterCommit, type Transaction } from "@/db/transaction";
import type { AdminScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { invalidateTags, pagesTag } from "@/lib/platform/cache";
import { AppError, invalidInput, notFound } from "@/lib/platform/errors";
import type { Category } from "./input";

export const categoriesTag = "categories";

/** What events get that name no other one: it can be renamed, not lost. */
export const fallbackCategory = "other";

/** The list in its order, changed by nobody else until the commit. */
export async function lockCategories(tx: Transaction): Promise<Category[]> {
  // Events refer to its rows meanwhile.
  await tx.execute(sql`lock table ${categories} in share row exclusive mode`);
  return tx
    .select({ id: categories.id, name: categories.name })
    .from(categories)
    .orderBy(asc(categories.position), asc(categories.id));
}

export function findCategory(list: Category[], id: string): Category {
  const found = list.find((category) => category.id === id);
  if (!found) throw notFound();
  return found;
}

/** Refuses a name that another category has. */
export function requireFreeName(list: Category[], name: string, id?: string): void {
  if (list.some((other) => other.id !== id && other.name.toLowerCase() === name.toLowerCase()))
    throw invalidInput({ path: "name", message: `There is a category “${name}” already.` });
}

export function requireNotFallback({ id, name }: Category): void {
  if (id !== fallbackCategory) return;
  throw new AppError(
    "conflict",
    `“${name}” is what events without another category get: it can be renamed, not removed.`,
  );
}

/** Waits for the events that are just being put into these categories, and lets no other one in. */
export async function closeCategories(tx: Transaction, ids: string[]): Promise<void> {
  await tx
    .select({ id: categories.id })
    .from(categories)
    .where(inArray(categories.id, ids))
    .orderBy(categories.id)
    .for("update");
}

/** Stores the order of the list. */
export async function storeOrder(tx: Transaction, ids: string[]): Promise<void> {
  for (const [index, id] of ids.entries())
    await tx
      .update(categories)
      .set({ position: index + 1 })
      .where(eq(categories.id, id));
}

/** Records who changed the list how, and lets every process read it anew after the commit. */
export async function settleChange(
  tx: Transaction,
  scope: AdminScope,
  change: { action: string; detail: Record<string, unknown> },
): Promise<void> {
  await recordAudit(tx, { actorId: scope.userId, ...change });
  afterCommit(tx, () => invalidateTags([categoriesTag, pagesTag]));
}
