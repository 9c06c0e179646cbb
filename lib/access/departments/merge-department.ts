import { eq } from "drizzle-orm";
import { departments } from "@/db/schema/users";
import { inTransaction } from "@/db/transaction";
import type { AdminScope } from "@/lib/access/scopes";
import { invalidInput } from "@/lib/platform/errors";
import { findDepartment, lockDepartments, moveToName, settleChange } from "./internal";

/**
 * Makes two departments one: people and events of the first go to the second, and the first leaves
 * the list.
 */
export async function mergeDepartment(scope: AdminScope, { id, into }: { id: string; into: string }): Promise<void> {
  await inTransaction(undefined, async (tx) => {
    const list = await lockDepartments(tx);
    const [from, to] = [findDepartment(list, id), findDepartment(list, into)];
    if (id === into) throw invalidInput({ path: "into", message: "Choose another department." });
    await tx.delete(departments).where(eq(departments.id, id));
    await moveToName(tx, from.name, to.name);
    await settleChange(tx, scope, {
      action: "department.merged",
      subjectId: into,
      detail: { from: from.name, into: to.name },
    });
  });
}
