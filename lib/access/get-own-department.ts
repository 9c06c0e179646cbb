import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/users";
import type { PersonScope } from "./scopes";

/**
 * One's department as stored now, and whether the organisation set it, so that one can't change it
 * oneself.
 */
export async function getOwnDepartment({ userId }: PersonScope): Promise<{ name: string | null; isFixed: boolean }> {
  const [row] = await db()
    .select({ name: users.department, source: users.departmentSource })
    .from(users)
    .where(eq(users.id, userId));
  return { name: row?.name ?? null, isFixed: row !== undefined && row.source !== "self" };
}
