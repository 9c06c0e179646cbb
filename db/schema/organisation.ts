import { sql } from "drizzle-orm";
import { boolean, check, customType, integer, pgTable, smallint, text, timestamp } from "drizzle-orm/pg-core";

const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** A picture that somebody uploaded, named by the SHA-256 of its bytes in hex. */
export const pictures = pgTable("pictures", {
  id: text("id").primaryKey(),
  type: text("type", { enum: ["image/png", "image/jpeg", "image/webp"] }).notNull(),
  bytes: bytea("bytes").notNull(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
});

/**
 * The one row about the organisation that runs the product; its defaults hold until somebody sets
 * it up.
 */
export const organisation = pgTable(
  "organisation",
  {
    id: smallint("id").primaryKey().default(1),
    name: text("name").notNull().default(""),
    /** The zone that new events begin with. */
    timezone: text("timezone").notNull().default("UTC"),
    logoId: text("logo_id").references(() => pictures.id, { onDelete: "set null" }),
    /** The colour of buttons and links, as #rrggbb; null: the product's own. */
    accentColor: text("accent_color"),
    /** What visitors are told about their data, and who answers for the site, in Markdown. */
    privacyNotice: text("privacy_notice").notNull().default(""),
    imprint: text("imprint").notNull().default(""),
    /** So many months after an event its registrations lose their names; null: never. */
    registrationMonths: integer("registration_months"),
    /** So many months entries of the audit log are kept; null: for ever. */
    auditMonths: integer("audit_months"),
    /** Whether organizers and administrators must show a second factor. */
    requiresSecondFactor: boolean("requires_second_factor").notNull().default(false),
    setUpAt: timestamp("set_up_at", { withTimezone: true }),
    /** When the checklist of the first days was put away. */
    checklistHiddenAt: timestamp("checklist_hidden_at", { withTimezone: true }),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    check("organisation_one_row", sql`${table.id} = 1`),
    check("organisation_accent_color", sql`${table.accentColor} ~ '^#[0-9a-f]{6}$'`),
    check("organisation_months", sql`${table.registrationMonths} > 0 and ${table.auditMonths} > 0`),
  ],
);
