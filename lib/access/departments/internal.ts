import { eq, sql } from "drizzle-orm";
import { events } from "@/db/schema/events";
import { departments, users } from "@/db/schema/users";
import { afterCommit, type Transaction } from "@/db/transaction";
import type { AdminScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { invalidateTags, pagesTag } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { notFound } from "@/lib/platform/errors";

export const departmentsTag = "departments";

export type Department = { id: string; name: string };

/** The list by name, changed by nobody else until the commit. */
export async function lockDepartments(tx: Transaction): Promise<Department[]> {
  await tx.execute(sql`lock table ${departments} in share row exclusive mode`);
  return tx
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .orderBy(sql`lower(${departments.name})`);
}

export function findDepartment(list: Department[], id: string): Department {
  const found = list.find((department) => department.id === id);
  if (!found) throw notFound();
  return found;
}

/**
 * Moves the people of a department, and the events that it may come to, to another name;
 * registrations keep what they said.
 */
export async function moveToName(tx: Transaction, from: string, to: string): Promise<void> {
  if (from === to) return;
  await tx.update(users).set({ department: to, updatedAt: now() }).where(eq(users.department, from));
  await tx.execute(sql`
    update ${events} set eligible_departments = (
      select jsonb_agg(name order by place) from (
        select case name when ${from} then ${to} else name end as name, min(place) as place
        from jsonb_array_elements_text(eligible_departments) with ordinality as d(name, place) group by 1) renamed)
    where eligible_departments ? ${from}`);
}

/** Records who changed the list how, and lets every process read it anew after the commit. */
export async function settleChange(
  tx: Transaction,
  scope: AdminScope,
  change: { action: string; subjectId?: string; detail: Record<string, unknown> },
): Promise<void> {
  await recordAudit(tx, { actorId: scope.userId, ...change });
  afterCommit(tx, () => invalidateTags([departmentsTag, pagesTag]));
}
