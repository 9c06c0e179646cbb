import { categories } from "@/db/schema/events";
import { inTransaction } from "@/db/transaction";
import type { AdminScope } from "@/lib/access/scopes";
import { invalidInput } from "@/lib/platform/errors";
import { searchTextOf } from "@/lib/platform/search-text";
import type { Category } from "./input";
import { lockCategories, requireFreeName, settleChange } from "./internal";

const most = 50;

/**
 * Puts a category at the end of the list, under an id made of its name; a name that is taken is
 * `invalid_input`.
 */
export async function addCategory(scope: AdminScope, { name }: { name: string }): Promise<Category> {
  return inTransaction(undefined, async (tx) => {
    const list = await lockCategories(tx);
    requireFreeName(list, name);
    if (list.length >= most) throw invalidInput({ path: "name", message: `Keep at most ${most} categories.` });
    const id = freeIdOf(name, new Set(list.map((category) => category.id)));
    await tx.insert(categories).values({ id, name, position: list.length + 1 });
    await settleChange(tx, scope, { action: "category.added", detail: { id, name } });
    return { id, name };
  });
}

function freeIdOf(name: string, taken: Set<string>): string {
  const word = searchTextOf(name)
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 36)
    .replaceAll(/^-|-$/g, "");
  const base = /^[a-z]/.test(word) ? word : `category${word && `-${word}`}`;
  for (let nth = 1; ; nth++) {
    const id = nth === 1 ? base : `${base}-${nth}`;
    if (!taken.has(id)) return id;
  }
}
