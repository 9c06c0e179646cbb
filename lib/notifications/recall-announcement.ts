import { and, eq, isNull, ne } from "drizzle-orm";
import { announcements } from "@/db/schema/announcements";
import { inTransaction, type Transaction } from "@/db/transaction";
import type { OrganizerScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { AppError, notFound } from "@/lib/platform/errors";

/**
 * Takes an announcement back before its messages are written: then it reaches nobody. Twice is once; one that has left is
 * `conflict`.
 */
export async function recallAnnouncement(
  scope: OrganizerScope,
  { id }: { id: string },
  tx?: Transaction,
): Promise<void> {
  await inTransaction(tx, async (tx) => {
    const isMeant = and(
      eq(announcements.eventId, scope.eventId),
      eq(announcements.id, id),
      ne(announcements.audience, "author"),
    );
    const recalled = await tx
      .update(announcements)
      .set({ recalledAt: now() })
      .where(and(isMeant, isNull(announcements.enqueuedAt), isNull(announcements.recalledAt)))
      .returning({ id: announcements.id });
    if (recalled.length === 0) {
      const [standing] = await tx.select().from(announcements).where(isMeant);
      if (!standing) throw notFound();
      if (!standing.recalledAt) throw new AppError("conflict", "It has left already: it can’t be recalled any more.");
      return;
    }
    const { actorId, eventId } = scope;
    await recordAudit(tx, { actorId, action: "announcement.recalled", eventId, subjectId: id });
  });
}
