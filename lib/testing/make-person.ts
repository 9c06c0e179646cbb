import { db } from "@/db/client";
import { users } from "@/db/schema/users";
import type { DepartmentSource, Person, Role } from "@/lib/access/actor";
import { startSession } from "@/lib/access/sessions";
import { newId } from "@/lib/platform/id";

type Given = {
  role?: Role;
  name?: string;
  email?: string;
  department?: string | null;
  departmentSource?: DepartmentSource;
};

/** A stored person with an open session; their address is of their own, their department the organisation's word. */
export async function makePerson({ role = "attendee", name = "Ada Lovelace", ...given }: Given = {}): Promise<Person> {
  const id = newId();
  const { department = null, departmentSource = department === null ? "self" : "import" } = given;
  await db()
    .insert(users)
    .values({ id, role, name, email: given.email ?? `${id}@example.org`, department, departmentSource });
  return (await startSession(id)).person;
}
