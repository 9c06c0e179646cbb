import { eq, sql } from "drizzle-orm";
import { events } from "@/db/schema/events";
import { sessions, users } from "@/db/schema/users";
import { inTransaction } from "@/db/transaction";
import { hasFreshProof } from "@/lib/access/fresh-proof";
import { requireOtherAdmin } from "@/lib/access/require-other-admin";
import type { AdminScope, PersonScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { AppError, notFound } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { finishErasure } from "./finish-erasure";

/**
 * Erases whoever asks, if they proved in the last ten minutes who they are: from the answer on they
 * have no way in, and whatever names them is gone at once or, should that fail, within a day.
 * `last_admin` for the last administrator; `conflict` while they own events.
 */
export async function eraseSelf(scope: PersonScope): Promise<void> {
  await begin(scope.userId, { actor: scope, isSelf: true });
  await finishSoon(scope.userId);
}

/**
 * The same by an administrator, to whom the person's events go. Erasing somebody twice changes
 * nothing.
 */
export async function erasePerson(scope: AdminScope, { userId }: { userId: string }): Promise<void> {
  await begin(userId, { actor: scope, isSelf: userId === scope.userId });
  await finishSoon(userId);
}

async function begin(userId: string, { actor, isSelf }: { actor: PersonScope | AdminScope; isSelf: boolean }) {
  await inTransaction(undefined, async (tx) => {
    await requireOtherAdmin(tx, userId);
    const [person] = await tx
      .select({ erasedAt: users.erasedAt, erasingAt: users.erasingAt })
      .from(users)
      .where(eq(users.id, userId))
      .for("update");
    if (!person) throw notFound();
    if (person.erasedAt || person.erasingAt) return;
    if (isSelf) {
      const [session] = await tx.select().from(sessions).where(eq(sessions.id, actor.sessionId));
      if (!session || !hasFreshProof(session))
        throw new AppError("forbidden", "Please prove first who you are: sign in again with a code from your mailbox.");
      if ((await tx.$count(events, eq(events.organizerId, userId))) > 0)
        throw new AppError(
          "conflict",
          "You own events. Hand them over to another organizer first, then erase your account.",
        );
    } else {
      await tx.update(events).set({ organizerId: actor.userId }).where(eq(events.organizerId, userId));
    }
    const at = now();
    await tx.update(users).set({ erasingAt: at, disabledAt: at, updatedAt: at }).where(eq(users.id, userId));
    await tx.execute(sql`delete from sessions where user_id = ${userId}`);
    await tx.execute(sql`delete from access_links where user_id = ${userId}`);
    await recordAudit(tx, { actorId: actor.userId, action: "person.erased", subjectId: userId });
  });
}

// The mark on the row has the worker go on where this stops.
async function finishSoon(userId: string): Promise<void> {
  await finishErasure(userId).catch((error: unknown) => log.error({ err: error, userId }, "an erasure goes on later"));
}
