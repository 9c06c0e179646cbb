import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { eventKey } from "../event-key";
import { events, type Question } from "./events";
import type { Answers } from "./registrations";
import { users } from "./users";

/** What an event asks afterwards. Without a row the defaults hold: no own questions, open for 14 days from the end. */
export const surveys = pgTable("surveys", {
  eventId: eventKey("event_id")
    .primaryKey()
    .references(() => events.id, { onDelete: "cascade" }),
  questions: jsonb("questions").$type<Question[]>().notNull().default([]),
  opensAt: timestamp("opens_at", { withTimezone: true }),
  closesAt: timestamp("closes_at", { withTimezone: true }),
  /**
   * False: when the survey closes, nothing tells any more whose answers they are. Fixed by the
   * first answer.
   */
  keepsNames: boolean("keeps_names").notNull().default(false),
  /** When the answers were cut from who gave them, after which the survey stays closed. */
  namesCutAt: timestamp("names_cut_at", { withTimezone: true }),
  updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
});

/** One person's response to one event's survey. */
export const surveyResponses = pgTable(
  "survey_responses",
  {
    eventId: eventKey("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    id: uuid("id").notNull(),
    /** Whose answers they are; null once that was cut. */
    userId: uuid("user_id").references(() => users.id),
    rating: smallint("rating").notNull(),
    nps: smallint("nps"),
    comment: text("comment"),
    answers: jsonb("answers").$type<Answers>().notNull().default({}),
    /** The day it was given, in UTC: the minute could tell who. The id says no more either. */
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.id] }),
    uniqueIndex("survey_responses_person_unique").on(table.eventId, table.userId),
    index("survey_responses_named_idx").on(table.eventId).where(sql`${table.userId} is not null`),
    index("survey_responses_user_idx").on(table.userId).where(sql`${table.userId} is not null`),
    index("survey_responses_list_idx").on(table.eventId, table.createdAt, table.id),
    check("survey_responses_rating_range", sql`${table.rating} between 1 and 5`),
    check("survey_responses_nps_range", sql`${table.nps} is null or ${table.nps} between 0 and 10`),
  ],
);

/** The numbers of an event's responses, kept as `registration_counters` are. */
export const surveyCounters = pgTable(
  "survey_counters",
  {
    eventId: eventKey("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    shard: bigint("shard", { mode: "number" }).notNull().generatedByDefaultAsIdentity(),
    comments: integer("comments").notNull().default(0),
    rated1: integer("rated_1").notNull().default(0),
    rated2: integer("rated_2").notNull().default(0),
    rated3: integer("rated_3").notNull().default(0),
    rated4: integer("rated_4").notNull().default(0),
    rated5: integer("rated_5").notNull().default(0),
    promoters: integer("promoters").notNull().default(0),
    passives: integer("passives").notNull().default(0),
    detractors: integer("detractors").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.shard] })],
);
