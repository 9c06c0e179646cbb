import { asc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { categories, events } from "@/db/schema/events";
import type { Transaction } from "@/db/transaction";
import type { AdminScope } from "@/lib/access/scopes";
import { cached } from "@/lib/platform/cache";
import { type AppError, invalidInput } from "@/lib/platform/errors";
import type { Category } from "./input";
import { categoriesTag } from "./internal";

/** The categories in the order that administrators gave them. */
export function listCategories(): Promise<Category[]> {
  return cached("categories", { tags: [categoriesTag], ttlSeconds: 3600 }, async () =>
    db()
      .select({ id: categories.id, name: categories.name })
      .from(categories)
      .orderBy(asc(categories.position), asc(categories.id)),
  );
}

/** The same, with whether an event names each. */
export function listCategoriesInUse(_scope: AdminScope): Promise<(Category & { isInUse: boolean })[]> {
  return db()
    .select({
      id: categories.id,
      name: categories.name,
      isInUse: sql<boolean>`exists (select from ${events} e where e.category = ${categories}.id)`,
    })
    .from(categories)
    .orderBy(asc(categories.position), asc(categories.id));
}

/** Refuses (`invalid_input`) a category that is not in the list. */
export async function requireCategory(id: string): Promise<void> {
  if (!(await listCategories()).some((known) => known.id === id)) throw notInTheList();
}

/**
 * The same for an event that is about to name it: the category stays in the list until the commit.
 */
export async function holdCategory(tx: Transaction, id: string): Promise<void> {
  const held = await tx.select({ id: categories.id }).from(categories).where(eq(categories.id, id)).for("key share");
  if (held.length === 0) throw notInTheList();
}

function notInTheList(): AppError {
  return invalidInput({ path: "category", message: "Choose a category of the list." });
}
