import { and, eq, isNull, sql } from "drizzle-orm";
import { doorDevices, doorLinks } from "@/db/schema/door";
import { afterCommit, inTransaction, type Transaction } from "@/db/transaction";
import type { OrganizerScope } from "@/lib/access/scopes";
import { revokeSession } from "@/lib/access/sessions";
import { recordAudit } from "@/lib/platform/audit";
import { eventTag, invalidateTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";

/**
 * Shuts out one phone, at once and for good: the link it came by gets another address, since the old one is in the phone's history,
 * while the other phones of that link go on; a member's phone loses its session. What it scanned stays.
 */
export async function revokeDevice(
  scope: OrganizerScope,
  { deviceId }: { deviceId: string },
  tx?: Transaction,
): Promise<void> {
  const { eventId, actorId } = scope;
  await inTransaction(tx, async (tx) => {
    const [device] = await tx
      .update(doorDevices)
      .set({ revokedAt: now() })
      .where(and(eq(doorDevices.eventId, eventId), eq(doorDevices.id, deviceId), isNull(doorDevices.revokedAt)))
      .returning({ linkId: doorDevices.linkId, sessionId: doorDevices.sessionId });
    if (!device) return;
    if (device.linkId)
      await tx
        .update(doorLinks)
        .set({ version: sql`${doorLinks.version} + 1` })
        .where(and(eq(doorLinks.eventId, eventId), eq(doorLinks.id, device.linkId)));
    const { sessionId } = device;
    if (sessionId) afterCommit(tx, async () => void (await revokeSession(sessionId)));
    await recordAudit(tx, { actorId, eventId, action: "door_device.revoked", subjectId: deviceId });
    afterCommit(tx, () => invalidateTags([eventTag(eventId)]));
  });
}
