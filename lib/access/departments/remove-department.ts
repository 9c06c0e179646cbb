import { eq, sql } from "drizzle-orm";
import { events } from "@/db/schema/events";
import { departments, users } from "@/db/schema/users";
import { inTransaction } from "@/db/transaction";
import type { AdminScope } from "@/lib/access/scopes";
import { AppError } from "@/lib/platform/errors";
import { findDepartment, lockDepartments, settleChange } from "./internal";

/**
 * Takes a department out of the list; one with people or events is a `conflict`: it can be merged
 * into another.
 */
export async function removeDepartment(scope: AdminScope, { id }: { id: string }): Promise<void> {
  await inTransaction(undefined, async (tx) => {
    const { name } = findDepartment(await lockDepartments(tx), id);
    const people = await tx.$count(users, eq(users.department, name));
    const named = await tx.$count(
      events,
      sql`${events.eligibility} = 'departments' and ${events.eligibleDepartments} ? ${name}`,
    );
    if (people + named > 0)
      throw new AppError("conflict", `People or events are in “${name}”: merge it into another department instead.`);
    await tx.delete(departments).where(eq(departments.id, id));
    await settleChange(tx, scope, { action: "department.removed", subjectId: id, detail: { name } });
  });
}
