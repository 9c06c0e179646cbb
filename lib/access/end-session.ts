import { and, eq, isNull } from "drizzle-orm";
import { sessions } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { notFound } from "@/lib/platform/errors";
import type { PersonScope } from "./scopes";

/**
 * Ends one of one's own sessions at once, with all its tokens; `not_found` for one that is not
 * one's own or has ended.
 */
export async function endSession({ userId }: PersonScope, sessionId: string, tx?: Transaction): Promise<void> {
  await inTransaction(tx, async (tx) => {
    const ended = await tx
      .update(sessions)
      .set({ revokedAt: now() })
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId), isNull(sessions.revokedAt)))
      .returning({ id: sessions.id });
    if (ended.length === 0) throw notFound();
    const detail = { why: "ended_in_the_list" };
    await recordAudit(tx, { actorId: userId, action: "session.ended", subjectId: userId, detail });
  });
}
