import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/users";
import { roles } from "./actor";

const batch = 1_000;

/**
 * Everybody for the operator of the machine: administrators, then organizers, then the others, each
 * by address.
 */
export async function* listEveryone() {
  for (const role of roles.toReversed()) {
    for (let after = ""; ; ) {
      const people = await db()
        .select({
          role: users.role,
          email: users.email,
          name: users.name,
          isDisabled: sql<boolean>`${users.disabledAt} is not null`,
          lastSeenAt: users.lastSeenAt,
        })
        .from(users)
        .where(and(eq(users.role, role), gt(users.email, after), isNull(users.erasedAt)))
        .orderBy(asc(users.email))
        .limit(batch);
      yield* people;
      const last = people.at(-1);
      if (people.length < batch || !last) break;
      after = last.email;
    }
  }
}
