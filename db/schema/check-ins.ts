import { sql } from "drizzle-orm";
import { boolean, index, pgEnum, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { eventKey } from "../event-key";
import { events } from "./events";

export const scanVerdict = pgEnum("scan_verdict", [
  "admitted",
  "already_checked_in",
  "cancelled",
  "waitlisted",
  "wrong_event",
  "revoked",
  "not_a_ticket",
  "conflict",
]);

/** Every scan ever sent, with the answer it got; the standing row of a registration is its one admission. */
export const checkIns = pgTable(
  "check_ins",
  {
    eventId: eventKey("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    scanId: uuid("scan_id").notNull(),
    registrationId: uuid("registration_id"),
    verdict: scanVerdict("verdict").notNull(),
    /** True for the admission that counts: at most one a registration. */
    isStanding: boolean("is_standing").notNull().default(false),
    scannedAt: timestamp("scanned_at", { withTimezone: true }).notNull(),
    receivedAt: timestamp("received_at", { withTimezone: true }).notNull(),
    gate: text("gate"),
    /** What the phone calls itself. */
    device: text("device"),
    /** The phone, as the door knows it. */
    deviceId: uuid("device_id"),
    isOffline: boolean("is_offline").notNull().default(false),
    scannedBy: uuid("scanned_by"),
    /** Why somebody was let in whom the list refused. */
    overrideReason: text("override_reason"),
    /** True while an organizer should look: two were let in on one ticket, or one whom the list refused. */
    isConflict: boolean("is_conflict").notNull().default(false),
    settledAt: timestamp("settled_at", { withTimezone: true }),
    settledBy: uuid("settled_by"),
    firstCheckedInAt: timestamp("first_checked_in_at", { withTimezone: true }),
    firstGate: text("first_gate"),
    correctEventId: uuid("correct_event_id"),
    undoneAt: timestamp("undone_at", { withTimezone: true }),
    undoneBy: uuid("undone_by"),
    undoneByDevice: uuid("undone_by_device"),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.scanId] }),
    uniqueIndex("check_ins_one_admission").on(table.eventId, table.registrationId).where(sql`${table.isStanding}`),
    index("check_ins_log_idx").on(table.eventId, table.scannedAt),
    index("check_ins_registration_idx").on(table.eventId, table.registrationId),
    index("check_ins_conflicts_idx").on(table.eventId, table.scannedAt).where(sql`${table.isConflict}`),
  ],
);
