import { eq, inArray } from "drizzle-orm";
import { departments } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import type { AdminScope } from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import type { ReplaceDepartmentsInput } from "./input";
import { type Department, findDepartment, lockDepartments, moveToName, settleChange } from "./internal";

/**
 * Makes this the list. What comes under the id of another name is renamed, with its people and
 * events; what is left out is suggested no more, while people and events that name it keep it.
 */
export async function replaceDepartments(scope: AdminScope, { items }: ReplaceDepartmentsInput): Promise<Department[]> {
  return inTransaction(undefined, async (tx) => {
    const former = await lockDepartments(tx);
    const wanted = items.map((item) => ({ ...item, former: formerOf(item, former) }));
    const kept = new Set(wanted.flatMap((item) => item.former?.id ?? []));
    const dropped = former.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
    if (dropped.length > 0) await tx.delete(departments).where(inArray(departments.id, dropped));
    const renamed = wanted.flatMap(({ name, former }) =>
      former && former.name !== name ? [{ ...former, to: name }] : [],
    );
    await renameAll(tx, renamed);
    const fresh = wanted.flatMap(({ name, former }) => (former ? [] : [{ id: newId(), name, createdAt: now() }]));
    if (fresh.length > 0) await tx.insert(departments).values(fresh);
    await settleChange(tx, scope, { action: "departments.replaced", detail: { names: items.map(({ name }) => name) } });
    return lockDepartments(tx);
  });
}

function formerOf(
  { id, name }: ReplaceDepartmentsInput["items"][number],
  former: Department[],
): Department | undefined {
  if (id) return findDepartment(former, id);
  return former.find((department) => department.name.toLowerCase() === name.toLowerCase());
}

// By way of names that nobody has, so that two that swap theirs never meet.
async function renameAll(tx: Transaction, renamed: (Department & { to: string })[]): Promise<void> {
  for (const { id, name } of renamed) {
    await tx.update(departments).set({ name: id }).where(eq(departments.id, id));
    await moveToName(tx, name, id);
  }
  for (const { id, to } of renamed) {
    await tx.update(departments).set({ name: to }).where(eq(departments.id, id));
    await moveToName(tx, id, to);
  }
}
