import { and, eq, isNull } from "drizzle-orm";
import { doorLinks } from "@/db/schema/door";
import { afterCommit, inTransaction, type Transaction } from "@/db/transaction";
import type { OrganizerScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { eventTag, invalidateTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";

/** Ends the link and, at once, every phone that came by it. Revoking it twice changes nothing. */
export async function revokeDoorLink(
  scope: OrganizerScope,
  { linkId }: { linkId: string },
  tx?: Transaction,
): Promise<void> {
  const { eventId, actorId } = scope;
  await inTransaction(tx, async (tx) => {
    const revoked = await tx
      .update(doorLinks)
      .set({ revokedAt: now() })
      .where(and(eq(doorLinks.eventId, eventId), eq(doorLinks.id, linkId), isNull(doorLinks.revokedAt)))
      .returning({ id: doorLinks.id });
    if (revoked.length === 0) return;
    await recordAudit(tx, { actorId, eventId, action: "door_link.revoked", subjectId: linkId });
    afterCommit(tx, () => invalidateTags([eventTag(eventId)]));
  });
}
