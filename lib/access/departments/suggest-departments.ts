import { count, desc, isNotNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { departments, users } from "@/db/schema/users";
import { cached } from "@/lib/platform/cache";
import { departmentsTag } from "./internal";

const most = 50;
const fewestPeople = 3;

/**
 * The departments that forms suggest: the list that administrators keep, by name. Without one,
 * those that people gave, largest first; at least three people share each, so nobody's own words
 * are shown to others.
 */
export async function suggestDepartments(): Promise<string[]> {
  return cached("departments", { tags: [departmentsTag], ttlSeconds: 3600 }, async () => {
    const kept = await db()
      .select({ name: departments.name })
      .from(departments)
      .orderBy(sql`lower(${departments.name})`);
    return kept.length > 0 ? kept.map(({ name }) => name) : findShared();
  });
}

async function findShared(): Promise<string[]> {
  const rows = await db()
    .select({ department: sql<string>`${users.department}` })
    .from(users)
    .where(isNotNull(users.department))
    .groupBy(users.department)
    .having(sql`count(*) >= ${fewestPeople}`)
    .orderBy(desc(count()), users.department)
    .limit(most);
  return rows.map(({ department }) => department);
}
