import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";

/**
 * The person with that address (in lower case); an unknown one becomes a person whom nobody has
 * proved yet.
 */
export async function findOrCreatePerson(
  tx: Transaction,
  email: string,
): Promise<{ userId: string; name: string; email: string }> {
  const at = now();
  const name = email.split("@")[0] ?? email;
  await tx
    .insert(users)
    .values({ id: newId(), email, name, createdAt: at, updatedAt: at })
    .onConflictDoNothing({ target: users.email });
  const [person] = await tx
    .select({ userId: users.id, name: users.name, email: users.email })
    .from(users)
    .where(eq(users.email, email));
  if (!person) throw new Error("a person just stored is not there");
  return person;
}
