import { and, eq, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/users";
import type { PersonScope } from "./scopes";

/** True when this person can sign in by password. */
export async function hasPassword(scope: PersonScope): Promise<boolean> {
  const found = await db()
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, scope.userId), isNotNull(users.passwordHash)));
  return found.length > 0;
}
