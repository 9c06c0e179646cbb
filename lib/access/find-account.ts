import { inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { eventMembers } from "@/db/schema/events";
import { users } from "@/db/schema/users";
import { lookUpTogether } from "@/lib/platform/look-up-together";
import type { Person, Role } from "./actor";
import { canAdminister, canAuthorEvents, type MemberRole } from "./roles";

/** A person as they read about themselves, and what there is for them besides the public pages. */
export type Account = {
  id: string;
  email: string;
  name: string;
  department: string | null;
  role: Role;
  locale: string;
  /** Null: not said; then an event's own counts. */
  timezone: string | null;
  mayManageEvents: boolean;
  mayOpenDoors: boolean;
  mayAdminister: boolean;
};

/** The person as stored when asked, or later; null when they no longer exist. */
export async function findAccount(person: Person): Promise<Account | null> {
  const found = (await findTogether(person.userId)).get(person.userId);
  if (!found) return null;
  const { teamRoles, ...stored } = found;
  const asStored: Person = { ...person, role: stored.role };
  return {
    ...stored,
    mayManageEvents: canAuthorEvents(asStored) || teamRoles.some((role) => role !== "door_staff"),
    mayOpenDoors: canAuthorEvents(asStored) || teamRoles.some((role) => role !== "viewer"),
    mayAdminister: canAdminister(asStored),
  };
}

// Every page that a signed-in person opens asks for it: in a rush they share a query.
const findTogether = lookUpTogether(findPeople);

async function findPeople(userIds: string[]) {
  const rows = await db()
    .select({
      id: users.id,
      email: users.email,
      name: users.name,
      department: users.department,
      role: users.role,
      locale: users.locale,
      timezone: users.timezone,
      teamRoles: sql<MemberRole[]>`(
        select coalesce(jsonb_agg(distinct m.role), '[]') from ${eventMembers} m where m.user_id = ${users}.id)`,
    })
    .from(users)
    .where(inArray(users.id, [...new Set(userIds)]));
  return new Map(rows.map((row) => [row.id, row]));
}
