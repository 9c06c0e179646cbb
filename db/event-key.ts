import { type SQL, sql } from "drizzle-orm";
import { customType } from "drizzle-orm/pg-core";

/**
 * An event's id, in a condition of SQL, as a value that the planner doesn't see. It would look it up in what it last counted, take an event
 * that has filled up since for an empty one, and read all of it where a key would do. Not knowing which, it plans for a large event.
 */
export function eventKeyOf(id: string): SQL {
  return sql`(select ${id}::uuid)`;
}

/** The `event_id` with which the keys of what belongs to an event begin. */
export const eventKey = customType<{ data: string; driverData: string }>({
  dataType: () => "uuid",
  toDriver: eventKeyOf,
});
