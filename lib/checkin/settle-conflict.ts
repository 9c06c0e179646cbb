import { and, eq, isNull } from "drizzle-orm";
import { checkIns } from "@/db/schema/check-ins";
import { walkIns } from "@/db/schema/door";
import { inTransaction, type Transaction } from "@/db/transaction";
import type { OrganizerScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { notFound } from "@/lib/platform/errors";

/** Puts a conflict away, as seen to by this organizer; the scan stays in the log. Twice changes nothing. */
export async function settleConflict(
  scope: OrganizerScope,
  { scanId }: { scanId: string },
  tx?: Transaction,
): Promise<void> {
  const { eventId, actorId } = scope;
  await inTransaction(tx, async (tx) => {
    const isThis = and(eq(checkIns.eventId, eventId), eq(checkIns.scanId, scanId), eq(checkIns.isConflict, true));
    const settled = await tx
      .update(checkIns)
      .set({ settledAt: now(), settledBy: actorId })
      .where(and(isThis, isNull(checkIns.settledAt)))
      .returning({ registrationId: checkIns.registrationId });
    const [first] = settled;
    if (first)
      await recordAudit(tx, {
        ...{ actorId, eventId, action: "check_in.conflict_settled" },
        ...{ subjectId: first.registrationId ?? undefined, detail: { scanId } },
      });
    else if ((await tx.$count(checkIns, isThis)) === 0) throw notFound();
  });
}

/** Puts away somebody who came without a ticket and found no seat, as seen to by this organizer. Twice changes nothing. */
export async function settleWalkIn(
  scope: OrganizerScope,
  { walkInId }: { walkInId: string },
  tx?: Transaction,
): Promise<void> {
  const { eventId, actorId } = scope;
  await inTransaction(tx, async (tx) => {
    const isThis = and(eq(walkIns.eventId, eventId), eq(walkIns.id, walkInId));
    const settled = await tx
      .update(walkIns)
      .set({ settledAt: now(), settledBy: actorId })
      .where(and(isThis, isNull(walkIns.settledAt)))
      .returning({ id: walkIns.id });
    if (settled.length > 0)
      await recordAudit(tx, { actorId, eventId, action: "walk_in.settled", detail: { walkInId } });
    else if ((await tx.$count(walkIns, isThis)) === 0) throw notFound();
  });
}
