import { sql } from "drizzle-orm";
import {
  check,
  doublePrecision,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "./users";

/** What a person may do without; what concerns one's own ticket always comes. */
export const mailTopic = pgEnum("mail_topic", ["reminders", "announcements", "surveys"]);

/** The topics that a person does not want mail about. */
export const mailOptOuts = pgTable(
  "mail_opt_outs",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    topic: mailTopic("topic").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.topic] })],
);

export const addressFault = pgEnum("address_fault", ["bounced", "complained"]);

/** Addresses, in lower case, that the mail service told us not to write to any more. */
export const undeliverableAddresses = pgTable("undeliverable_addresses", {
  email: text("email").primaryKey(),
  fault: addressFault("fault").notNull(),
  /** What the far end said. */
  detail: text("detail").notNull().default(""),
  at: timestamp("at", { withTimezone: true }).notNull(),
});

/**
 * The one row that all workers share: when the next mail may leave at the account's rate, and until when none may, because the
 * service fails.
 */
export const mailService = pgTable(
  "mail_service",
  {
    id: smallint("id").primaryKey().default(1),
    /** Mails a second, as the account's quota says; null until a worker has asked. */
    ratePerSecond: doublePrecision("rate_per_second"),
    nextSendAt: timestamp("next_send_at", { withTimezone: true }).notNull().default(sql`'epoch'`),
    restsUntil: timestamp("rests_until", { withTimezone: true }),
    restReason: text("rest_reason"),
  },
  (table) => [check("mail_service_one_row", sql`${table.id} = 1`)],
);
