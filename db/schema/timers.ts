import { index, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { events } from "./events";

/** Who runs a timer at the moment. A lease that its holder no longer renews ends by itself. */
export const timerLeases = pgTable("timer_leases", {
  name: text("name").primaryKey(),
  holder: uuid("holder"),
  leasedUntil: timestamp("leased_until", { withTimezone: true }),
  lastSuccessAt: timestamp("last_success_at", { withTimezone: true }),
});

/**
 * When a timer has to look at an event next; no row when it never has to. Triggers make it due at
 * once when the event's times, status or survey change, whoever changes them.
 */
export const eventTimers = pgTable(
  "event_timers",
  {
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    name: text("name", { enum: ["reminders", "surveys"] }).notNull(),
    dueAt: timestamp("due_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.name] }),
    index("event_timers_due_idx").on(table.name, table.dueAt),
  ],
);
