import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { providerIdentities, sessions, users } from "@/db/schema/users";

/**
 * A person's row with their open sessions and the provider's identities that are theirs, by
 * address; null where nobody has it.
 */
export async function findStoredPerson(email: string) {
  const [person] = await db().select().from(users).where(eq(users.email, email));
  if (!person) return null;
  const ofPerson = and(eq(sessions.userId, person.id), isNull(sessions.revokedAt));
  const openSessions = await db().select().from(sessions).where(ofPerson);
  const identities = await db().select().from(providerIdentities).where(eq(providerIdentities.userId, person.id));
  return { ...person, openSessions, identities };
}
