import { and, eq } from "drizzle-orm";
import { checkIns } from "@/db/schema/check-ins";
import { registrations } from "@/db/schema/registrations";
import { afterCommit, inTransaction, type Transaction } from "@/db/transaction";
import type { DoorScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { eventTag, invalidateTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { notFound } from "@/lib/platform/errors";

/**
 * Takes a check-in back: the person is out, the scan stays recorded as undone, and a later scan admits again. Undoing what is not
 * standing changes nothing.
 */
export async function undoCheckIn(
  scope: DoorScope,
  { registrationId }: { registrationId: string },
  tx?: Transaction,
): Promise<{ registrationId: string; checkedInAt: null }> {
  const { eventId, actorId } = scope;
  return inTransaction(tx, async (tx) => {
    const isThisPerson = and(eq(registrations.eventId, eventId), eq(registrations.id, registrationId));
    const [person] = await tx
      .select({ checkedInAt: registrations.checkedInAt })
      .from(registrations)
      .where(isThisPerson)
      .for("no key update");
    if (!person) throw notFound();
    if (!person.checkedInAt) return { registrationId, checkedInAt: null };

    const at = now();
    await tx
      .update(checkIns)
      .set({ isStanding: false, undoneAt: at, undoneBy: actorId })
      .where(
        and(eq(checkIns.eventId, eventId), eq(checkIns.registrationId, registrationId), eq(checkIns.isStanding, true)),
      );
    await tx.update(registrations).set({ checkedInAt: null, checkedInGate: null, updatedAt: at }).where(isThisPerson);
    await recordAudit(tx, { actorId, action: "check_in.undone", eventId, subjectId: registrationId });
    afterCommit(tx, () => invalidateTags([eventTag(eventId)]));
    return { registrationId, checkedInAt: null };
  });
}
