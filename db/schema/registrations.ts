import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { eventKey } from "../event-key";
import { events } from "./events";
import { users } from "./users";

export const registrationStatus = pgEnum("registration_status", ["confirmed", "waitlisted", "cancelled", "pending"]);

/** What somebody agreed to, in the words that stood there then. */
type Consent = { wording: string; givenAt: string };

/** The answers to an event's questions, by question id. */
export type Answers = Record<string, string | number | Consent>;

/** A person's place at an event, or wish for one. Name and department are those given when registering. */
export const registrations = pgTable(
  "registrations",
  {
    eventId: eventKey("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    id: uuid("id").notNull(),
    /** Null for a named guest whom somebody brings, and once names were removed. */
    userId: uuid("user_id").references(() => users.id),
    /** True while it was made for an address that whoever made it has not proved to be theirs. */
    isClaimed: boolean("is_claimed").notNull().default(false),
    /** The registration of whoever brings this guest. */
    partyOf: uuid("party_of"),
    name: text("name").notNull(),
    department: text("department"),
    status: registrationStatus("status").notNull(),
    /** True while a request that waits for the organizer keeps a seat free. */
    pendingHoldsSeat: boolean("pending_holds_seat").notNull().default(false),
    /** Until when somebody promoted must say that they come, or the seat passes on. */
    confirmBy: timestamp("confirm_by", { withTimezone: true }),
    /** Place in the line, counted per event and never reused; the position shown is its rank. */
    waitlistOrder: integer("waitlist_order"),
    /** What the QR code carries, signed; replaced when the ticket is. */
    ticketId: uuid("ticket_id").notNull(),
    /** The eight characters shown to people and typed at the door. */
    reference: text("reference").notNull(),
    answers: jsonb("answers").$type<Answers>().notNull().default({}),
    /** What door staff should know when this person comes. */
    doorNote: text("door_note"),
    searchText: text("search_text").notNull(),
    /** Rises with each change of status, so that each change is told exactly once. */
    revision: integer("revision").notNull().default(0),
    registeredAt: timestamp("registered_at", { withTimezone: true }).notNull(),
    cancelledAt: timestamp("cancelled_at", { withTimezone: true }),
    /** Whoever cancelled: only the person's own cancellation can be taken back. */
    cancelledBy: uuid("cancelled_by"),
    checkedInAt: timestamp("checked_in_at", { withTimezone: true }),
    checkedInGate: text("checked_in_gate"),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.id] }),
    uniqueIndex("registrations_person_unique").on(table.eventId, table.userId),
    uniqueIndex("registrations_ticket_unique").on(table.eventId, table.ticketId),
    index("registrations_ticket_idx").on(table.ticketId),
    index("registrations_id_idx").on(table.id),
    index("registrations_reference_idx").on(table.eventId, table.reference),
    index("registrations_list_idx").on(table.eventId, table.registeredAt, table.id),
    index("registrations_status_list_idx").on(table.eventId, table.status, table.registeredAt, table.id),
    index("registrations_department_list_idx").on(table.eventId, table.department, table.registeredAt, table.id),
    index("registrations_waitlist_idx")
      .on(table.eventId, table.waitlistOrder)
      .where(sql`${table.status} = 'waitlisted'`),
    index("registrations_party_idx").on(table.eventId, table.partyOf).where(sql`${table.partyOf} is not null`),
    index("registrations_confirm_by_idx").on(table.confirmBy).where(sql`${table.confirmBy} is not null`),
    index("registrations_changed_idx").on(table.eventId, table.updatedAt, table.id),
    index("registrations_mine_idx").on(table.userId, table.registeredAt, table.id),
    check(
      "registrations_waitlisted_has_order",
      sql`(${table.status} = 'waitlisted') = (${table.waitlistOrder} is not null)`,
    ),
    check("registrations_person_or_party", sql`${table.userId} is null or ${table.partyOf} is null`),
    check(
      "registrations_only_pending_hold",
      sql`not ${table.pendingHoldsSeat} or ${table.status} not in ('confirmed', 'waitlisted', 'cancelled')`,
    ),
    check("registrations_only_confirmed_confirm", sql`${table.confirmBy} is null or ${table.status} = 'confirmed'`),
    foreignKey({ columns: [table.eventId, table.partyOf], foreignColumns: [table.eventId, table.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** Tickets that were replaced: scanning one says "revoked", not "unknown". */
export const revokedTickets = pgTable(
  "revoked_tickets",
  {
    eventId: eventKey("event_id").notNull(),
    ticketId: uuid("ticket_id").notNull(),
    registrationId: uuid("registration_id").notNull(),
    revokedAt: timestamp("revoked_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.ticketId] }),
    foreignKey({
      columns: [table.eventId, table.registrationId],
      foreignColumns: [registrations.eventId, registrations.id],
    }).onDelete("cascade"),
    index("revoked_tickets_ticket_idx").on(table.ticketId),
  ],
);
