import { bigint, integer, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { eventKey } from "../event-key";
import { events } from "./events";

/**
 * How many registrations an event has of each kind. Kept by triggers in the transaction of whatever
 * writes a registration; an event may have several rows, which add up
 * (docs/decisions/dashboard-counters.md).
 */
export const registrationCounters = pgTable(
  "registration_counters",
  {
    eventId: eventKey("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    shard: bigint("shard", { mode: "number" }).notNull().generatedByDefaultAsIdentity(),
    confirmed: integer("confirmed").notNull().default(0),
    pending: integer("pending").notNull().default(0),
    waitlisted: integer("waitlisted").notNull().default(0),
    cancelled: integer("cancelled").notNull().default(0),
    /** The confirmed ones that are checked in. */
    attended: integer("attended").notNull().default(0),
    /** All that are checked in, whatever became of them since. */
    checkedIn: integer("checked_in").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.shard] })],
);

/** The registrations of an event by department; the empty name stands for none. */
export const departmentCounters = pgTable(
  "department_counters",
  {
    eventId: eventKey("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    department: text("department").notNull(),
    shard: bigint("shard", { mode: "number" }).notNull().generatedByDefaultAsIdentity(),
    confirmed: integer("confirmed").notNull().default(0),
    waitlisted: integer("waitlisted").notNull().default(0),
    attended: integer("attended").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.department, table.shard] })],
);

/**
 * What happened at an event: in each quarter of an hour, of arrivals in each five minutes. Quarters
 * fit into the days of every zone, so a change of zone changes no counter.
 */
export const slotCounters = pgTable(
  "slot_counters",
  {
    eventId: eventKey("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    slot: timestamp("slot", { withTimezone: true }).notNull(),
    shard: bigint("shard", { mode: "number" }).notNull().generatedByDefaultAsIdentity(),
    /** Registrations made then, whatever became of them since. */
    registered: integer("registered").notNull().default(0),
    /** Those of them that are confirmed. */
    confirmed: integer("confirmed").notNull().default(0),
    cancelled: integer("cancelled").notNull().default(0),
    attended: integer("attended").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.slot, table.shard] })],
);

/**
 * Events whose counters the next migration recounts: all that were there when the counters came.
 */
export const pendingRecounts = pgTable("pending_recounts", {
  eventId: uuid("event_id")
    .primaryKey()
    .references(() => events.id, { onDelete: "cascade" }),
});
