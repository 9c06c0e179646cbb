import { type SQL, sql } from "drizzle-orm";
import type { PersonScope } from "@/lib/access/scopes";
import type { ListDashboardsInput } from "./input";

/**
 * The events that this person runs (an administrator: all) and of which the rest holds, as a
 * relation. Found by the index of whoever owns them or helps with them, and with `last` only so
 * many from the end of the index, whatever others have.
 */
export function ownEvents({ role, userId }: PersonScope, columns: SQL, rest: SQL, last: SQL = sql``): SQL {
  if (role === "admin") return sql`(select ${columns} from events where ${rest} ${last})`;
  return sql`(
    (select ${columns} from events where organizer_id = ${userId} and ${rest} ${last})
    union all
    (select ${columns} from events where ${rest} and organizer_id <> ${userId}
      and id in (select event_id from event_members where user_id = ${userId} and role = 'organizer') ${last}))`;
}

/** Whether an event is of the category and starts in the period. */
export function isAskedFor({ from, to, category }: Pick<ListDashboardsInput, "from" | "to" | "category">): SQL {
  const conditions = [
    from && sql`starts_at >= ${from.toISOString()}::timestamptz`,
    to && sql`starts_at < ${to.toISOString()}::timestamptz`,
    category && sql`category = ${category}`,
  ];
  return sql.join([sql`true`, ...conditions.filter((condition) => condition !== undefined)], sql` and `);
}
