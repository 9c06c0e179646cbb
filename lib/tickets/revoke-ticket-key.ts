import { eq, sql } from "drizzle-orm";
import { ticketKeys } from "@/db/schema/ticket-keys";
import { afterCommit, inTransaction, type Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/platform/audit";
import { invalidateTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { AppError, notFound } from "@/lib/platform/errors";
import { signingPublicKey } from "./ticket-code";
import { ticketKeysTag } from "./ticket-keys";

/** From now on nothing that this key signed admits, here or on a phone that asks. The key that signs must be replaced first. */
export async function revokeTicketKey(publicKey: string, tx?: Transaction): Promise<void> {
  if (publicKey === signingPublicKey().publicKey)
    throw new AppError("conflict", "This key signs tickets. Raise TICKET_KEY_VERSION first, and restart.");
  await inTransaction(tx, async (tx) => {
    const revoked = await tx
      .update(ticketKeys)
      .set({ revokedAt: sql`coalesce(${ticketKeys.revokedAt}, ${now().toISOString()}::timestamptz)` })
      .where(eq(ticketKeys.publicKey, publicKey))
      .returning({ keyId: ticketKeys.keyId });
    const [key] = revoked;
    if (!key) throw notFound();
    await recordAudit(tx, { actorId: null, action: "ticket_key.revoked", detail: { ...key, publicKey } });
    afterCommit(tx, () => invalidateTags([ticketKeysTag]));
  });
}
