import { db } from "@/db/client";
import { sessions, users } from "@/db/schema/users";
import type { DepartmentSource, Person, Role } from "@/lib/access/actor";
import { findPersonOfSession } from "@/lib/access/find-session";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";

type Given = {
  role?: Role;
  name?: string;
  email?: string;
  department?: string | null;
  departmentSource?: DepartmentSource;
};

/**
 * A stored person with an open session, in which they have just proved who they are; their address
 * is of their own, their department the organisation's word.
 */
export async function makePerson({ role = "attendee", name = "Ada Lovelace", ...given }: Given = {}): Promise<Person> {
  const id = newId();
  const { department = null, departmentSource = department === null ? "self" : "import" } = given;
  await db()
    .insert(users)
    .values({ id, role, name, email: given.email ?? `${id}@example.org`, department, departmentSource });
  const at = now();
  // Tests go weeks ahead.
  const expiresAt = new Date(at.getTime() + 3_650 * 86_400_000);
  const sessionId = newId();
  await db()
    .insert(sessions)
    .values({ id: sessionId, userId: id, createdAt: at, rotatedAt: at, expiresAt, endsAt: expiresAt, provedAt: at });
  const person = await findPersonOfSession(sessionId);
  if (!person) throw new Error("the session just made is not live");
  return person;
}
