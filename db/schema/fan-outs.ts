import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { events } from "./events";
import { type FormerPlan, messageKind } from "./outbox";

/**
 * A message to many people of one event, and how far its rows in the outbox are written: all
 * registrations up to `(after_updated_at, after_id)` were looked at. A row is deleted when nobody
 * can be added to it any more.
 */
export const fanOuts = pgTable(
  "fan_outs",
  {
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    /** Names what it is about within the event, for example `event_changed:7`. */
    about: text("about").notNull(),
    kind: messageKind("kind").notNull(),
    priority: smallint("priority").notNull(),
    /** When the reminder was due, or the change made. */
    moment: timestamp("moment", { withTimezone: true }).notNull(),
    /** Of a reminder: how long before the start. */
    minutes: integer("minutes"),
    announcementId: uuid("announcement_id"),
    formerPlan: jsonb("former_plan").$type<FormerPlan>(),
    /** Until when people who change are added; null: one pass over the registrations is all. */
    until: timestamp("until", { withTimezone: true }),
    /** Whether every registration was looked at since it last changed. */
    isCaughtUp: boolean("is_caught_up").notNull().default(false),
    afterUpdatedAt: timestamp("after_updated_at", { withTimezone: true }).notNull().default(sql`'-infinity'`),
    afterId: uuid("after_id").notNull().default("00000000-0000-0000-0000-000000000000"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.about] }),
    index("fan_outs_kind_idx").on(table.kind, table.until),
    index("fan_outs_unfinished_idx").on(table.kind, table.createdAt).where(sql`not ${table.isCaughtUp}`),
  ],
);
