import { and, asc, eq, gt, inArray, isNull, lte, sql } from "drizzle-orm";
import { checkIns } from "@/db/schema/check-ins";
import { doorUndos } from "@/db/schema/door";
import { registrations } from "@/db/schema/registrations";
import { afterCommit, inTransaction, type Transaction } from "@/db/transaction";
import type { DoorScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { eventTag, invalidateTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { notFound } from "@/lib/platform/errors";
import type { UndoCheckInInput } from "./input";
import { clockOffsetOf, ourInstant } from "./phone-clock";

type Undone = { registrationId: string; checkedInAt: Date | null };

/**
 * Takes back what admitted the person up to the undo's instant: the scans stay recorded, an admission after it stands, and a later scan
 * admits again. An undo id counts once; undoing what is not standing changes nothing. Returns the admission that stands now.
 */
export async function undoCheckIn(scope: DoorScope, input: UndoCheckInInput, tx?: Transaction): Promise<Undone> {
  const { registrationId, undoId, sentAt } = input;
  const { eventId, actorId, device } = scope;
  const receivedAt = now();
  const clockOffsetMs = clockOffsetOf(sentAt, receivedAt);
  const undoneAt = ourInstant(input.undoneAt ?? receivedAt, clockOffsetMs, receivedAt, device?.link);
  const deviceId = device?.deviceId ?? null;
  return inTransaction(tx, async (tx) => {
    const isThisPerson = and(eq(registrations.eventId, eventId), eq(registrations.id, registrationId));
    const [person] = await tx
      .select({ checkedInAt: registrations.checkedInAt })
      .from(registrations)
      .where(isThisPerson)
      .for("no key update");
    if (!person) throw notFound();
    const isNew =
      undoId === undefined ||
      (await recordUndo(tx, { eventId, undoId, registrationId, deviceId, undoneAt, receivedAt }));
    if (!isNew || !person.checkedInAt || person.checkedInAt > undoneAt)
      return { registrationId, checkedInAt: person.checkedInAt };

    await tx
      .update(checkIns)
      .set({ isStanding: false, isConflict: false, undoneAt, undoneBy: actorId, undoneByDevice: deviceId })
      .where(
        and(
          ...[eq(checkIns.eventId, eventId), eq(checkIns.registrationId, registrationId)],
          ...[eq(checkIns.verdict, "admitted"), isNull(checkIns.undoneAt), lte(checkIns.scannedAt, undoneAt)],
        ),
      );
    const next = await standNext(tx, eventId, registrationId, undoneAt);
    const checkedInAt = next?.scannedAt ?? null;
    await tx
      .update(registrations)
      .set({ checkedInAt, checkedInGate: next?.gate ?? null, updatedAt: receivedAt })
      .where(isThisPerson);
    await recordAudit(tx, {
      ...{ actorId, action: "check_in.undone", eventId, subjectId: registrationId },
      ...(deviceId && { detail: { deviceId } }),
    });
    afterCommit(tx, () => invalidateTags([eventTag(eventId)]));
    return { registrationId, checkedInAt };
  });
}

/** False when this undo came before. */
async function recordUndo(tx: Transaction, undo: typeof doorUndos.$inferInsert): Promise<boolean> {
  const stored = await tx.insert(doorUndos).values(undo).onConflictDoNothing().returning({ undoId: doorUndos.undoId });
  return stored.length > 0;
}

/** Another phone let the person in after the undo's instant: the first such admission stands from now on. */
async function standNext(tx: Transaction, eventId: string, registrationId: string, undoneAt: Date) {
  const isOfPerson = and(eq(checkIns.eventId, eventId), eq(checkIns.registrationId, registrationId));
  const letIn = and(
    isOfPerson,
    inArray(checkIns.verdict, ["admitted", "conflict"]),
    isNull(checkIns.undoneAt),
    gt(checkIns.scannedAt, undoneAt),
  );
  const first = tx
    .select({ id: checkIns.scanId })
    .from(checkIns)
    .where(letIn)
    .orderBy(asc(checkIns.scannedAt))
    .limit(1);
  const [next] = await tx
    .update(checkIns)
    .set({ isStanding: true, isConflict: false })
    .where(and(isOfPerson, sql`${checkIns.scanId} = (${first})`))
    .returning({ scannedAt: checkIns.scannedAt, gate: checkIns.gate });
  return next;
}
