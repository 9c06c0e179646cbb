import { eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/users";
import type { Actor } from "./actor";

/**
 * The department that may admit: only one that the directory, an import or an administrator set.
 */
export const provenDepartment: SQL<string | null> = sql`
  case when ${users.departmentSource} <> 'self' then ${users.department} end`;

/** The department of this actor that may admit, as stored now; null for strangers. */
export async function findProvenDepartment(actor: Actor): Promise<string | null> {
  if (actor.kind !== "person") return null;
  const [row] = await db().select({ provenDepartment }).from(users).where(eq(users.id, actor.userId));
  return row?.provenDepartment ?? null;
}
