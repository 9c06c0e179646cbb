import { asc, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { ticketKeys } from "@/db/schema/ticket-keys";
import { cached } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { type PublicKey, signingPublicKey } from "./ticket-code";

export const ticketKeysTag = "ticket-keys";

/** A key whose tickets admit. Only the current one signs, so that it alone can vouch for a ticket that nobody has heard of. */
export type TicketKey = PublicKey & { isCurrent: boolean };

/** Every key that ever signed a ticket of this installation and was not revoked; a revocation shows at once. */
export async function listTicketKeys(): Promise<TicketKey[]> {
  const keys = await cached("ticket-keys", { tags: [ticketKeysTag], ttlSeconds: 60 }, loadKeys);
  const current = signingPublicKey().publicKey;
  // Another process may sign with a newer key already; ours is good for as long as it signs.
  const known = keys.some(({ publicKey }) => publicKey === current) ? keys : await loadKeys();
  return known.map((key) => ({ ...key, isCurrent: key.publicKey === current }));
}

/** Puts down the key that this process signs with, so that its tickets stay good when another one takes its place. */
export async function keepTicketKey(): Promise<void> {
  await db()
    .insert(ticketKeys)
    .values({ ...signingPublicKey(), createdAt: now() })
    .onConflictDoNothing();
}

async function loadKeys(): Promise<PublicKey[]> {
  await keepTicketKey();
  return db()
    .select({ keyId: ticketKeys.keyId, publicKey: ticketKeys.publicKey })
    .from(ticketKeys)
    .where(isNull(ticketKeys.revokedAt))
    .orderBy(asc(ticketKeys.createdAt));
}
