import { inTransaction } from "@/db/transaction";
import type { AdminScope } from "@/lib/access/scopes";
import { findCategory, lockCategories, settleChange, storeOrder } from "./internal";

/** Moves a category by one place; at its end of the list it stays. */
export async function moveCategory(scope: AdminScope, { id, by }: { id: string; by: "up" | "down" }): Promise<void> {
  await inTransaction(undefined, async (tx) => {
    const list = await lockCategories(tx);
    findCategory(list, id);
    const ids = list.map((category) => category.id);
    const from = ids.indexOf(id);
    const to = from + (by === "up" ? -1 : 1);
    const other = ids[to];
    if (other === undefined) return;
    ids[from] = other;
    ids[to] = id;
    await storeOrder(tx, ids);
    await settleChange(tx, scope, { action: "category.moved", detail: { id, by } });
  });
}
