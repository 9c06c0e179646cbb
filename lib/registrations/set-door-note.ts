import { and, eq } from "drizzle-orm";
import { registrations } from "@/db/schema/registrations";
import { afterCommit, inTransaction, type Transaction } from "@/db/transaction";
import type { OrganizerScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { eventTag, invalidateTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { notFound } from "@/lib/platform/errors";

/** Leaves a note that door staff see when this person comes in; an empty one takes it away. */
export async function setDoorNote(
  scope: OrganizerScope,
  { registrationId, note }: { registrationId: string; note: string },
  tx?: Transaction,
): Promise<void> {
  const { eventId, actorId } = scope;
  await inTransaction(tx, async (tx) => {
    const changed = await tx
      .update(registrations)
      .set({ doorNote: note || null, updatedAt: now() })
      .where(and(eq(registrations.eventId, eventId), eq(registrations.id, registrationId)))
      .returning({ id: registrations.id });
    if (changed.length === 0) throw notFound();
    await recordAudit(tx, { actorId, eventId, action: "registration.note_set", subjectId: registrationId });
    afterCommit(tx, () => invalidateTags([eventTag(eventId)]));
  });
}
