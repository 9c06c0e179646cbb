import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { doorLinks } from "@/db/schema/door";
import { categories, eventMembers, events } from "@/db/schema/events";
import { departments, users } from "@/db/schema/users";
import type { AdminScope } from "@/lib/access/scopes";
import { getOrganisation } from "@/lib/organisation/queries";

/** What leads from an empty product to its first event, and how much of it is done. */
export type FirstSteps = Record<"departments" | "categories" | "people" | "event" | "door", boolean>;

// As migrated: whoever changes one of them has looked at them.
const categoriesAtFirst = 9;

/** The steps of the first days; null once they are all done, or were put away. */
export async function findFirstSteps(_scope: AdminScope): Promise<FirstSteps | null> {
  if ((await getOrganisation()).checklistHiddenAt) return null;
  const [steps] = await db().execute<FirstSteps>(sql`select
    exists (select from ${departments}) as departments,
    (select count(*) <> ${categoriesAtFirst} from ${categories}) as categories,
    (select count(*) > 1 from (select from ${users} where role <> 'attendee' limit 2) team) as people,
    exists (select from ${events}) as event,
    exists (select from ${doorLinks}) or exists (select from ${eventMembers} where role = 'door_staff') as door`);
  return steps && !Object.values(steps).every(Boolean) ? { ...steps } : null;
}
