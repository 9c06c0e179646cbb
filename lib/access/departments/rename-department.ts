import { eq } from "drizzle-orm";
import { departments } from "@/db/schema/users";
import { inTransaction } from "@/db/transaction";
import type { AdminScope } from "@/lib/access/scopes";
import { invalidInput } from "@/lib/platform/errors";
import { type Department, findDepartment, lockDepartments, moveToName, settleChange } from "./internal";

/**
 * Gives a department another name, its people and the events that are for it with it; registrations
 * keep what they said. A name that another one has is `invalid_input`: they can be merged.
 */
export async function renameDepartment(scope: AdminScope, { id, name }: Department): Promise<void> {
  await inTransaction(undefined, async (tx) => {
    const list = await lockDepartments(tx);
    const former = findDepartment(list, id);
    if (list.some((other) => other.id !== id && other.name.toLowerCase() === name.toLowerCase()))
      throw invalidInput({ path: "name", message: `There is a department “${name}” already: merge them instead.` });
    if (former.name === name) return;
    await tx.update(departments).set({ name }).where(eq(departments.id, id));
    await moveToName(tx, former.name, name);
    await settleChange(tx, scope, {
      action: "department.renamed",
      subjectId: id,
      detail: { from: former.name, to: name },
    });
  });
}
