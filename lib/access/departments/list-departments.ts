import { count, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { departments, users } from "@/db/schema/users";
import type { AdminScope, PersonScope } from "@/lib/access/scopes";
import type { Department } from "./internal";

const byName = sql`lower(${departments.name})`;

/** The departments that administrators keep, by name; at most 500. */
export function listDepartments(_scope: PersonScope | AdminScope): Promise<Department[]> {
  return db().select({ id: departments.id, name: departments.name }).from(departments).orderBy(byName);
}

/** The same, with how many people are in each and whether an event is for it. */
export async function listDepartmentsInUse(
  scope: AdminScope,
): Promise<(Department & { people: number; hasEvents: boolean })[]> {
  const [list, people, named] = await Promise.all([
    listDepartments(scope),
    db()
      .select({ name: users.department, people: count() })
      .from(users)
      .where(sql`${users.department} in (select ${departments.name} from ${departments})`)
      .groupBy(users.department),
    db().execute<{ name: string }>(
      sql`select distinct jsonb_array_elements_text(eligible_departments) as name from events where eligibility = 'departments'`,
    ),
  ]);
  const peopleIn = new Map(people.map((row) => [row.name, row.people]));
  const names = new Set(named.map(({ name }) => name));
  return list.map((one) => ({ ...one, people: peopleIn.get(one.name) ?? 0, hasEvents: names.has(one.name) }));
}
