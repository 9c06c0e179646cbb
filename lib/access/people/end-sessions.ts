import { and, eq, isNull } from "drizzle-orm";
import { doorDevices } from "@/db/schema/door";
import { sessions } from "@/db/schema/users";
import { afterCommit, inTransaction } from "@/db/transaction";
import type { AdminScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { eventTag, invalidateTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";

/**
 * Signs a person out everywhere with the commit, phones at doors too; they may sign in again. Says
 * how many sessions ended.
 */
export async function endSessions(scope: AdminScope, { userId }: { userId: string }): Promise<{ ended: number }> {
  return inTransaction(undefined, async (tx) => {
    const revokedAt = now();
    const ended = await tx
      .update(sessions)
      .set({ revokedAt })
      .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt)))
      .returning({ id: sessions.id });
    const phones = await tx
      .update(doorDevices)
      .set({ revokedAt })
      .where(and(eq(doorDevices.userId, userId), isNull(doorDevices.revokedAt)))
      .returning({ eventId: doorDevices.eventId });
    const detail = { sessions: ended.length, phones: phones.length };
    if (ended.length + phones.length > 0)
      await recordAudit(tx, { actorId: scope.userId, action: "person.sessions_ended", subjectId: userId, detail });
    const tags = [...new Set(phones.map(({ eventId }) => eventTag(eventId)))];
    if (tags.length > 0) afterCommit(tx, () => invalidateTags(tags));
    return { ended: ended.length };
  });
}
