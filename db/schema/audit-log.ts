import { index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/**
 * Who did what to which event, written in the transaction of the change. Triggers refuse to change
 * or delete an entry, but for the functions of retention and erasure.
 */
export const auditLog = pgTable(
  "audit_log",
  {
    id: uuid("id").primaryKey(),
    at: timestamp("at", { withTimezone: true }).notNull(),
    actorId: uuid("actor_id"),
    action: text("action").notNull(),
    eventId: uuid("event_id"),
    subjectId: uuid("subject_id"),
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull().default({}),
  },
  (table) => [
    index("audit_log_by_event_idx").on(table.eventId, table.at, table.id),
    index("audit_log_by_actor_idx").on(table.actorId, table.at, table.id),
    index("audit_log_by_subject_idx").on(table.subjectId, table.at, table.id),
    index("audit_log_by_action_idx").on(table.action, table.at, table.id),
    index("audit_log_by_time_idx").on(table.at, table.id),
  ],
);
