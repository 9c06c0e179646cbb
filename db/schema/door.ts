import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { eventKey } from "../event-key";
import { events } from "./events";
import { users } from "./users";

/** An address that opens one event's door on a phone without an account. Its secret is derived, never stored. */
export const doorLinks = pgTable(
  "door_links",
  {
    eventId: eventKey("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    id: uuid("id").notNull(),
    /** Rises to make the address given out so far worthless, while the phones that came by it go on. */
    version: integer("version").notNull().default(0),
    gate: text("gate"),
    /** Whether its phones may let in, with a reason, somebody whom the list refuses. */
    mayOverride: boolean("may_override").notNull().default(false),
    createdBy: uuid("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    /** Null: some hours after the event ends, whenever that will be. */
    expiresAt: timestamp("expires_at", { withTimezone: true }),
    revokedAt: timestamp("revoked_at", { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.id] }), index("door_links_creator_idx").on(table.createdBy)],
);

/** A phone at the door: every scan is put down to one, and to the name of whoever holds it. */
export const doorDevices = pgTable(
  "door_devices",
  {
    eventId: eventKey("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    id: uuid("id").notNull(),
    /** The link it came by; null for the phone of a member of the team. */
    linkId: uuid("link_id"),
    userId: uuid("user_id").references(() => users.id, { onDelete: "cascade" }),
    /** The member's session, which ends with the phone. */
    sessionId: uuid("session_id"),
    /** Who holds it. */
    name: text("name").notNull(),
    gate: text("gate"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    lastSeenAt: timestamp("last_seen_at", { withTimezone: true }).notNull(),
    /** Scans that waited on the phone when it last said so. */
    waiting: integer("waiting").notNull().default(0),
    /** How far its clock ran behind ours, in milliseconds; negative when ahead. */
    clockOffsetMs: integer("clock_offset_ms").notNull().default(0),
    revokedAt: timestamp("revoked_at", { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.id] }),
    foreignKey({ columns: [table.eventId, table.linkId], foreignColumns: [doorLinks.eventId, doorLinks.id] }).onDelete(
      "cascade",
    ),
    index("door_devices_user_idx").on(table.userId).where(sql`${table.userId} is not null`),
    index("door_devices_session_idx").on(table.eventId, table.sessionId).where(sql`${table.sessionId} is not null`),
  ],
);

/** An undo that a phone sent, so that it counts once however often it comes. */
export const doorUndos = pgTable(
  "door_undos",
  {
    eventId: eventKey("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    undoId: uuid("undo_id").notNull(),
    registrationId: uuid("registration_id").notNull(),
    deviceId: uuid("device_id"),
    undoneAt: timestamp("undone_at", { withTimezone: true }).notNull(),
    receivedAt: timestamp("received_at", { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.undoId] })],
);

export const walkInOutcome = pgEnum("walk_in_outcome", [
  "admitted",
  "already_registered",
  "waitlisted",
  "full",
  "closed",
]);

/** Somebody who came without a ticket, as the phone sent them; `outcome` is null while it is being settled. */
export const walkIns = pgTable(
  "walk_ins",
  {
    eventId: eventKey("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    id: uuid("id").notNull(),
    scanId: uuid("scan_id").notNull(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    department: text("department"),
    cameAt: timestamp("came_at", { withTimezone: true }).notNull(),
    receivedAt: timestamp("received_at", { withTimezone: true }).notNull(),
    isOffline: boolean("is_offline").notNull().default(false),
    deviceId: uuid("device_id"),
    outcome: walkInOutcome("outcome"),
    registrationId: uuid("registration_id"),
    /** Let in without network when no seat was left. */
    isOverCapacity: boolean("is_over_capacity").notNull().default(false),
    /** When an organizer has seen to it. */
    settledAt: timestamp("settled_at", { withTimezone: true }),
    settledBy: uuid("settled_by"),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.id] }),
    index("walk_ins_open_idx")
      .on(table.eventId, table.cameAt)
      .where(sql`${table.settledAt} is null and (${table.isOverCapacity} or ${table.isOffline})`),
  ],
);
