import { count, desc, isNotNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/users";
import { cached } from "@/lib/platform/cache";

const most = 50;
const fewestPeople = 3;

/** The departments that forms suggest, largest first; at least three people share each, so nobody's own words are shown to others. */
export async function listDepartments(): Promise<string[]> {
  return cached("departments", { tags: [], ttlSeconds: 3600 }, async () => {
    const rows = await db()
      .select({ department: sql<string>`${users.department}` })
      .from(users)
      .where(isNotNull(users.department))
      .groupBy(users.department)
      .having(sql`count(*) >= ${fewestPeople}`)
      .orderBy(desc(count()), users.department)
      .limit(most);
    return rows.map(({ department }) => department);
  });
}
