import { sql } from "drizzle-orm";
import {
  boolean,
  check,
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
import { users } from "./users";

export const eventStatus = pgEnum("event_status", ["draft", "published", "cancelled", "completed"]);

/** Whether the organizer decides on each request, and whether a request keeps a seat free until then. */
export const eventApproval = pgEnum("event_approval", ["none", "holds_seat", "holds_no_seat"]);

/** Who may register. */
export const eventEligibility = pgEnum("event_eligibility", ["everyone", "departments", "invitation"]);

/**
 * Who finds an event and sees its page: everybody, whoever has its address, who is signed in, or
 * who may register.
 */
export const eventVisibility = pgEnum("event_visibility", ["public", "unlisted", "signed_in", "departments"]);

/** The kinds of event that administrators keep; events name one by its id, a lower-case word. */
export const categories = pgTable("categories", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  position: integer("position").notNull(),
});

/** A question that the organizer asks, at registration or in the survey. */
export type Question = {
  id: string;
  label: string;
  /** `consent`: the label is what one agrees to. */
  kind: "text" | "choice" | "rating" | "consent";
  required: boolean;
  options?: string[];
};

/** The thing held. `seats_taken` counts the registrations that hold a seat and is changed only under the row's lock. */
export const events = pgTable(
  "events",
  {
    id: uuid("id").primaryKey(),
    slug: text("slug").notNull(),
    title: text("title").notNull(),
    summary: text("summary").notNull().default(""),
    description: text("description").notNull().default(""),
    category: text("category")
      .notNull()
      .default("other")
      .references(() => categories.id, { onUpdate: "cascade" }),
    status: eventStatus("status").notNull().default("draft"),
    startsAt: timestamp("starts_at", { withTimezone: true }).notNull(),
    endsAt: timestamp("ends_at", { withTimezone: true }).notNull(),
    timezone: text("timezone").notNull(),
    venue: text("venue").notNull().default(""),
    coverUrl: text("cover_url"),
    capacity: integer("capacity"),
    seatsTaken: integer("seats_taken").notNull().default(0),
    waitlistCount: integer("waitlist_count").notNull().default(0),
    /** The last place handed out in the line; only ever rises. */
    waitlistSequence: integer("waitlist_sequence").notNull().default(0),
    waitlistEnabled: boolean("waitlist_enabled").notNull().default(true),
    registrationOpensAt: timestamp("registration_opens_at", { withTimezone: true }),
    registrationClosesAt: timestamp("registration_closes_at", { withTimezone: true }),
    approval: eventApproval("approval").notNull().default("none"),
    eligibility: eventEligibility("eligibility").notNull().default("everyone"),
    visibility: eventVisibility("visibility").notNull().default("public"),
    /** The departments that may register, where eligibility says so. */
    eligibleDepartments: jsonb("eligible_departments").$type<string[]>().notNull().default([]),
    /** Rises to make the invitation link given out so far worthless. */
    invitationVersion: integer("invitation_version").notNull().default(0),
    /** How long somebody promoted has to say that they come; null: the seat is theirs at once. */
    confirmWithinMinutes: integer("confirm_within_minutes"),
    /**
     * How long whoever gives an address that nobody has proved has to confirm it by mail; null:
     * they need not.
     */
    confirmAddressMinutes: integer("confirm_address_minutes"),
    /** How many named guests one person may bring. */
    guestsPerPerson: integer("guests_per_person").notNull().default(0),
    questions: jsonb("questions").$type<Question[]>().notNull().default([]),
    /** How long before the start people with a seat are reminded. */
    reminderMinutes: integer("reminder_minutes").array().notNull().default([1440, 120]),
    organizerId: uuid("organizer_id")
      .notNull()
      .references(() => users.id),
    cancelReason: text("cancel_reason"),
    /** Rises with each edit: tells two editing tabs apart, and is the calendar entry's SEQUENCE. */
    revision: integer("revision").notNull().default(0),
    searchText: text("search_text").notNull().default(""),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
    publishedAt: timestamp("published_at", { withTimezone: true }),
    cancelledAt: timestamp("cancelled_at", { withTimezone: true }),
    /** When the names of its registrations were removed, some months after its end. */
    namesRemovedAt: timestamp("names_removed_at", { withTimezone: true }),
  },
  (table) => [
    uniqueIndex("events_slug_unique").on(table.slug),
    index("events_starts_idx").on(table.startsAt, table.id),
    index("events_status_starts_idx").on(table.status, table.startsAt, table.id),
    index("events_category_starts_idx").on(table.category, table.startsAt, table.id),
    index("events_organizer_starts_idx").on(table.organizerId, table.startsAt, table.id),
    index("events_ends_idx").on(table.status, table.endsAt),
    index("events_named_idx").on(table.endsAt, table.id).where(sql`${table.namesRemovedAt} is null`),
    index("events_search_idx").using("gin", sql`${table.searchText} gin_trgm_ops`),
    check(
      "events_seats_within_capacity",
      sql`${table.seatsTaken} >= 0 and (${table.capacity} is null or ${table.seatsTaken} <= ${table.capacity})`,
    ),
    check("events_capacity_positive", sql`${table.capacity} is null or ${table.capacity} > 0`),
    check("events_waitlist_not_negative", sql`${table.waitlistCount} >= 0`),
    check("events_guests_per_person", sql`${table.guestsPerPerson} between 0 and 20`),
    check("events_confirm_within_positive", sql`${table.confirmWithinMinutes} > 0`),
    check("events_confirm_address_positive", sql`${table.confirmAddressMinutes} > 0`),
    check("events_end_after_start", sql`${table.endsAt} > ${table.startsAt}`),
  ],
);

export const memberRole = pgEnum("member_role", ["organizer", "viewer", "door_staff"]);

/** Who besides the event's owner may run it, or work at its door. */
export const eventMembers = pgTable(
  "event_members",
  {
    eventId: eventKey("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: memberRole("role").notNull(),
    /**
     * When they first used their part: before that the team sees the address that was typed, no
     * name.
     */
    acceptedAt: timestamp("accepted_at", { withTimezone: true }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.userId] }), index("event_members_user_idx").on(table.userId)],
);
