import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { eventMembers } from "@/db/schema/events";
import type { Person } from "./actor";
import type { MemberRole } from "./roles";

/** What this person is in the teams of other people's events: each role once. */
export async function listTeamRoles(person: Person): Promise<MemberRole[]> {
  const rows = await db()
    .selectDistinct({ role: eventMembers.role })
    .from(eventMembers)
    .where(eq(eventMembers.userId, person.userId));
  return rows.map(({ role }) => role);
}
