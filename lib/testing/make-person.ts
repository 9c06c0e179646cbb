import { db } from "@/db/client";
import { users } from "@/db/schema/users";
import type { Person, Role } from "@/lib/access/actor";
import { startSession } from "@/lib/access/sessions";
import { newId } from "@/lib/platform/id";

type Given = { role?: Role; name?: string; email?: string; department?: string | null };

/** A stored person with an open session; their address is of their own. */
export async function makePerson({ role = "attendee", name = "Ada Lovelace", ...given }: Given = {}): Promise<Person> {
  const id = newId();
  await db()
    .insert(users)
    .values({ id, role, name, email: given.email ?? `${id}@example.org`, department: given.department ?? null });
  return (await startSession(id)).person;
}
