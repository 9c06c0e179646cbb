import { and, eq, isNull, ne } from "drizzle-orm";
import { sessions } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import type { PersonScope } from "./scopes";

/** Ends all of one's own sessions but this one, at once, and tells how many there were. */
export async function revokeOtherSessions(scope: PersonScope, tx?: Transaction): Promise<number> {
  const { userId } = scope;
  return inTransaction(tx, async (tx) => {
    const revoked = await tx
      .update(sessions)
      .set({ revokedAt: now() })
      .where(and(eq(sessions.userId, userId), ne(sessions.id, scope.sessionId), isNull(sessions.revokedAt)))
      .returning({ id: sessions.id });
    const detail = { why: "all_others_ended", count: revoked.length };
    if (revoked.length > 0)
      await recordAudit(tx, { actorId: userId, action: "session.ended", subjectId: userId, detail });
    return revoked.length;
  });
}
