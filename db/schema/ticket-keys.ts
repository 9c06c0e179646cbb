import { pgTable, smallint, text, timestamp } from "drizzle-orm/pg-core";

/** The public halves of the keys that ever signed tickets: what they signed admits until they are revoked. */
export const ticketKeys = pgTable("ticket_keys", {
  /** Raw Ed25519 key in base64url. */
  publicKey: text("public_key").primaryKey(),
  /** The second byte of the codes that it signed; two keys may share one. */
  keyId: smallint("key_id").notNull(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  revokedAt: timestamp("revoked_at", { withTimezone: true }),
});
