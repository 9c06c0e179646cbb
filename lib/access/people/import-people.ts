import { eq, inArray, sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { grantRole } from "@/lib/access/grant-role";
import type { AdminScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { invalidInput } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import { sendInvitation } from "./invite-person";
import { type ImportedPerson, readPeopleToImport } from "./read-people-to-import";

/** How many people an import adds, changes and leaves as they are. */
export type ImportOutcome = { added: number; changed: number; unchanged: number; isPreview: boolean };

type Import = { list: string; isPreview: boolean; isInviting: boolean };
type Stored = Pick<
  typeof users.$inferSelect,
  "id" | "email" | "department" | "departmentSource" | "role" | "searchText"
>;

/**
 * Adds the people of a list and gives those who are there their department and role, all or
 * nothing; as a preview it only counts. Names of who is there already stay. The departments admit.
 * Of new people each may get an invitation.
 */
export async function importPeople(scope: AdminScope, { list, isPreview, isInviting }: Import): Promise<ImportOutcome> {
  const { people, faults } = readPeopleToImport(list);
  if (faults.length > 0) throw invalidInput(...faults);
  return inTransaction(undefined, async (tx) => {
    const stored = await findStored(tx, people, isPreview);
    const fresh = people.filter(({ email }) => !stored.has(email));
    const known = people.flatMap((person) => {
      const before = stored.get(person.email);
      return before ? [{ person, before }] : [];
    });
    const changed = known.filter(({ person, before }) => differs(person, before));
    const counts = { added: fresh.length, changed: changed.length, unchanged: known.length - changed.length };
    if (isPreview) return { ...counts, isPreview };
    const ids = await insertPeople(tx, fresh);
    for (const { person, before } of changed) await changeStored(tx, person, before);
    for (const { person, before } of changed)
      if (person.role && person.role !== before.role)
        await grantRole(scope, { userId: before.id, role: person.role }, tx);
    if (isInviting) for (const id of ids) await sendInvitation(tx, scope, id);
    await recordAudit(tx, { actorId: scope.userId, action: "people.imported", detail: counts });
    return { ...counts, isPreview };
  });
}

async function findStored(tx: Transaction, people: ImportedPerson[], isPreview: boolean): Promise<Map<string, Stored>> {
  const asked = tx
    .select()
    .from(users)
    .where(
      inArray(
        users.email,
        people.map(({ email }) => email),
      ),
    )
    .orderBy(users.id);
  const rows = await (isPreview ? asked : asked.for("no key update"));
  return new Map(rows.map((row) => [row.email, row]));
}

function differs({ department, role }: ImportedPerson, before: Stored): boolean {
  const isOther = department !== undefined && (department !== before.department || before.departmentSource === "self");
  return isOther || (role !== undefined && role !== before.role) || before.searchText === null;
}

async function insertPeople(tx: Transaction, people: ImportedPerson[]): Promise<string[]> {
  const at = now();
  const ids: string[] = [];
  for (let start = 0; start < people.length; start += 500) {
    const rows = people.slice(start, start + 500).map(({ name, email, department = null, role }) => ({
      id: newId(),
      email,
      name: name ?? email.slice(0, email.indexOf("@")),
      department,
      departmentSource: department === null ? ("self" as const) : ("import" as const),
      role: role ?? ("attendee" as const),
      invitedAt: at,
      createdAt: at,
      updatedAt: at,
    }));
    // Whoever came in meanwhile is somebody already: the whole import says so and can be tried
    // again.
    const inserted = await tx
      .insert(users)
      .values(rows)
      .onConflictDoNothing({ target: users.email })
      .returning({ id: users.id });
    if (inserted.length < rows.length)
      throw invalidInput({ path: "list", message: "Somebody of the list has just registered: press Import again." });
    ids.push(...inserted.map(({ id }) => id));
  }
  return ids;
}

async function changeStored(tx: Transaction, { department }: ImportedPerson, before: Stored): Promise<void> {
  const set = department === undefined ? {} : { department, departmentSource: "import" as const };
  const at = now();
  await tx
    .update(users)
    .set({ ...set, invitedAt: sql`coalesce(${users.invitedAt}, ${at.toISOString()}::timestamptz)`, updatedAt: at })
    .where(eq(users.id, before.id));
}
