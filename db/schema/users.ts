import { sql } from "drizzle-orm";
import {
  bigint,
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

export const userRole = pgEnum("user_role", ["attendee", "organizer", "admin"]);

/** Who said which department a person belongs to: only what `self` did not say may admit. */
export const departmentSource = pgEnum("department_source", ["self", "directory", "import", "admin"]);

/** A person. A guest is a user who never signed in; the address is stored in lower case. */
export const users = pgTable(
  "users",
  {
    id: uuid("id").primaryKey(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    department: text("department"),
    departmentSource: departmentSource("department_source").notNull().default("self"),
    role: userRole("role").notNull().default("attendee"),
    locale: text("locale").notNull().default("en"),
    timezone: text("timezone"),
    passwordHash: text("password_hash"),
    emailVerifiedAt: timestamp("email_verified_at", { withTimezone: true }),
    /** When an administrator shut the account; it has no session and opens none. */
    disabledAt: timestamp("disabled_at", { withTimezone: true }),
    lastSeenAt: timestamp("last_seen_at", { withTimezone: true }),
    /** When somebody asked them in: by the page of people, an import, or into a team. */
    invitedAt: timestamp("invited_at", { withTimezone: true }),
    /**
     * Name and address as search compares them, of accounts alone: of who signed in, was asked in
     * or got a role, department or end by the organisation. Kept by a trigger; null for guests.
     */
    searchText: text("search_text"),
    /** When the person was to be erased; null again once everything is. */
    erasingAt: timestamp("erasing_at", { withTimezone: true }),
    /** When everything that names the person was erased; the row stays for what others count. */
    erasedAt: timestamp("erased_at", { withTimezone: true }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp("updated_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("users_email_unique").on(table.email),
    check("users_email_in_lower_case", sql`${table.email} = lower(${table.email})`),
    index("users_department_idx").on(table.department),
    index("users_erasing_idx").on(table.erasingAt).where(sql`${table.erasingAt} is not null`),
    index("users_role_idx").on(table.role).where(sql`${table.role} <> 'attendee'`),
    // Guests are the many, and registering them writes into none of these.
    index("users_account_email_idx").on(table.email).where(sql`${table.searchText} is not null`),
    index("users_search_idx")
      .using("gin", sql`${table.searchText} gin_trgm_ops`)
      .where(sql`${table.searchText} is not null`),
    index("users_disabled_idx").on(table.email).where(sql`${table.disabledAt} is not null`),
  ],
);

/** One signed-in browser or API client; `generation` counts the refresh tokens already spent. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    generation: integer("generation").notNull().default(0),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    rotatedAt: timestamp("rotated_at", { withTimezone: true }).notNull().defaultNow(),
    /** Moves with each rotation, at most to `ends_at`. */
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    /** The end that no rotation moves. */
    endsAt: timestamp("ends_at", { withTimezone: true }).notNull().default(sql`now() + interval '90 days'`),
    lastUsedAt: timestamp("last_used_at", { withTimezone: true }).notNull().defaultNow(),
    userAgent: text("user_agent"),
    /** When whoever uses it last proved by a code, a passkey or the provider who they are. */
    provedAt: timestamp("proved_at", { withTimezone: true }),
    /** When a second factor was given in this session. */
    secondFactorAt: timestamp("second_factor_at", { withTimezone: true }),
    /** What the next answer of a passkey must sign; good once. */
    passkeyChallenge: text("passkey_challenge"),
    passkeyChallengeAt: timestamp("passkey_challenge_at", { withTimezone: true }),
    /** The provider's ID token, where signing out shows it there (RP-Initiated Logout 1.0). */
    idToken: text("id_token"),
    revokedAt: timestamp("revoked_at", { withTimezone: true }),
  },
  (table) => [index("sessions_user_idx").on(table.userId), index("sessions_expires_idx").on(table.expiresAt)],
);

/** A six-digit code on its way to a mailbox. The code is derived from the id, never stored. */
export const signInCodes = pgTable(
  "sign_in_codes",
  {
    id: uuid("id").primaryKey(),
    email: text("email").notNull(),
    /** Guesses from other networks than the one that asked for the code. */
    attempts: integer("attempts").notNull().default(0),
    /** Where the code was asked for. */
    network: text("network"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    usedAt: timestamp("used_at", { withTimezone: true }),
  },
  (table) => [
    index("sign_in_codes_email_idx").on(table.email, table.createdAt),
    index("sign_in_codes_expires_idx").on(table.expiresAt),
  ],
);

/**
 * Wrong passwords and codes by account and network: whoever guesses is slowed, not the owner
 * elsewhere.
 */
export const signInGuesses = pgTable(
  "sign_in_guesses",
  {
    /** A MAC of the address, which may be nobody's. */
    account: text("account").notNull(),
    /** The network that guesses, or that it is a browser of earlier sign-ins of this account. */
    source: text("source").notNull(),
    guesses: integer("guesses").notNull(),
    startedAt: timestamp("started_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.source] }),
    index("sign_in_guesses_started_idx").on(table.startedAt),
  ],
);

/** What a link that works once is for. */
export const accessLinkKind = pgEnum("access_link_kind", ["set_up", "sign_in", "invitation"]);

/** A link that lets its holder in once. Its secret is derived from the id, never stored. */
export const accessLinks = pgTable(
  "access_links",
  {
    id: uuid("id").primaryKey(),
    kind: accessLinkKind("kind").notNull(),
    /** Whom it lets in; null for the set-up link, which makes the first administrator. */
    userId: uuid("user_id").references(() => users.id, { onDelete: "cascade" }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    /** Null: until it is used. */
    expiresAt: timestamp("expires_at", { withTimezone: true }),
    usedAt: timestamp("used_at", { withTimezone: true }),
  },
  (table) => [
    uniqueIndex("access_links_one_set_up")
      .on(table.kind)
      .where(sql`${table.kind} = 'set_up' and ${table.usedAt} is null`),
    index("access_links_user_idx").on(table.userId),
    index("access_links_expires_idx").on(table.expiresAt),
    check("access_links_set_up_or_person", sql`(${table.kind} = 'set_up') = (${table.userId} is null)`),
  ],
);

/** A person as an identity provider knows them (OpenID Connect Core 1.0, 5.7). */
export const providerIdentities = pgTable(
  "provider_identities",
  {
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    lastSeenAt: timestamp("last_seen_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.issuer, table.subject] }),
    // At one provider nobody is two people; who moves to another provider has one there.
    uniqueIndex("provider_identities_user_unique").on(table.userId, table.issuer),
  ],
);

/** A WebAuthn credential: a second factor of its person (Web Authentication Level 3). */
export const passkeys = pgTable(
  "passkeys",
  {
    /** The credential id in base64url. */
    id: text("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The COSE public key in base64url. */
    publicKey: text("public_key").notNull(),
    signCount: bigint("sign_count", { mode: "number" }).notNull().default(0),
    transports: jsonb("transports").$type<string[]>().notNull().default([]),
    /** What its person calls it. */
    name: text("name").notNull(),
    isBackedUp: boolean("is_backed_up").notNull().default(false),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    lastUsedAt: timestamp("last_used_at", { withTimezone: true }),
  },
  (table) => [index("passkeys_user_idx").on(table.userId)],
);

/**
 * The departments that administrators keep; people who name another one themselves are not held to
 * it.
 */
export const departments = pgTable(
  "departments",
  {
    id: uuid("id").primaryKey(),
    name: text("name").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [uniqueIndex("departments_name_unique").on(sql`lower(${table.name})`)],
);
