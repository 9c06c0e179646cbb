import { sql } from "drizzle-orm";
import {
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

export const messageKind = pgEnum("message_kind", [
  "registration_confirmed",
  "registration_waitlisted",
  "registration_promoted",
  "registration_cancelled",
  "registration_pending",
  "registration_declined",
  "ticket_received",
  "ticket_passed_on",
  "seat_released",
  "ticket_resent",
  "event_changed",
  "event_cancelled",
  "event_reminder",
  "survey_invitation",
  "sign_in_code",
  "team_invitation",
  "announcement",
  "person_invitation",
  "security_notice",
  "test_mail",
  "address_confirmation",
]);

/** When and where an event was, before it was changed. */
export type FormerPlan = { startsAt: string; endsAt: string; timezone: string; venue: string };

export const messageStatus = pgEnum("message_status", ["pending", "sent", "skipped", "dead"]);

/**
 * A message to send, written in the transaction of what caused it: a kind and ids, no content.
 * `dedupe_key` names what it is about, so that nothing is told twice.
 */
export const outbox = pgTable(
  "outbox",
  {
    id: uuid("id").primaryKey(),
    kind: messageKind("kind").notNull(),
    dedupeKey: text("dedupe_key").notNull(),
    eventId: uuid("event_id"),
    registrationId: uuid("registration_id"),
    userId: uuid("user_id"),
    /** The sign-in code that a `sign_in_code` message carries. */
    signInCodeId: uuid("sign_in_code_id"),
    /** The organizer's own message that an `announcement` carries. */
    announcementId: uuid("announcement_id"),
    /** The link that a `person_invitation` carries. */
    accessLinkId: uuid("access_link_id"),
    /** What a `security_notice` is about. */
    notice: text("notice"),
    /** What no longer holds, of an `event_changed`. */
    formerPlan: jsonb("former_plan").$type<FormerPlan>(),
    status: messageStatus("status").notNull().default("pending"),
    /** 0 is most urgent (a code somebody waits for), 9 least. */
    priority: smallint("priority").notNull().default(5),
    runAt: timestamp("run_at", { withTimezone: true }).notNull(),
    leasedUntil: timestamp("leased_until", { withTimezone: true }),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    sentAt: timestamp("sent_at", { withTimezone: true }),
  },
  (table) => [
    uniqueIndex("outbox_dedupe_unique").on(table.dedupeKey),
    index("outbox_due_idx").on(table.priority, table.runAt).where(sql`${table.status} = 'pending'`),
    index("outbox_user_idx")
      .on(table.userId)
      .where(sql`${table.registrationId} is null and ${table.userId} is not null`),
    index("outbox_registration_idx").on(table.eventId, table.registrationId),
    // What an announcement still has to do or failed to; the many that were sent are not in it.
    index("outbox_announcement_idx")
      .on(table.announcementId, table.status)
      .where(sql`${table.announcementId} is not null and ${table.status} <> 'sent'`),
    // What is old enough to be deleted.
    index("outbox_settled_idx").on(table.createdAt).where(sql`${table.status} in ('sent', 'skipped')`),
    index("outbox_dead_idx").on(table.createdAt, table.id).where(sql`${table.status} = 'dead'`),
  ],
);
