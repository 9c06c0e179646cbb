import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { eventKey } from "../event-key";
import { events } from "./events";
import { users } from "./users";

/** Whom an announcement goes to; `author` is a test to whoever wrote it. */
export const announcementAudience = pgEnum("announcement_audience", [
  "confirmed",
  "waitlisted",
  "checked_in",
  "not_checked_in",
  "author",
]);

/** An organizer's own message. Its audience is read when its messages are written; until then it can be recalled. */
export const announcements = pgTable(
  "announcements",
  {
    eventId: eventKey("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    id: uuid("id").notNull(),
    authorId: uuid("author_id")
      .notNull()
      .references(() => users.id),
    audience: announcementAudience("audience").notNull(),
    /** Only people of this department. */
    department: text("department"),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    sendAt: timestamp("send_at", { withTimezone: true }).notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    /** When its messages were written, which can't be taken back. */
    enqueuedAt: timestamp("enqueued_at", { withTimezone: true }),
    /** How many people it was written to, once it was. */
    recipientCount: integer("recipient_count"),
    recalledAt: timestamp("recalled_at", { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.id] }),
    index("announcements_list_idx")
      .on(table.eventId, table.createdAt, table.id)
      .where(sql`${table.audience} <> 'author'`),
    index("announcements_author_idx").on(table.authorId),
    index("announcements_due_idx")
      .on(table.sendAt)
      .where(sql`${table.enqueuedAt} is null and ${table.recalledAt} is null`),
    check(
      "announcements_sent_or_recalled",
      sql`(${table.enqueuedAt} is null or ${table.recalledAt} is null)
        and (${table.enqueuedAt} is null) = (${table.recipientCount} is null)`,
    ),
  ],
);
