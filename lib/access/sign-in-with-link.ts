import { and, eq } from "drizzle-orm";
import { undeliverableAddresses } from "@/db/schema/mail";
import { users } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { spendAccessLink } from "./access-link";
import { type Caller, noCaller } from "./caller";
import { type StartedSession, startSession } from "./sessions";

/**
 * Spends a link to sign in, or an invitation, and opens a session for its person; of two that use
 * it at once one gets in. An invitation came by mail, so it proves the address. Whoever is disabled
 * is refused, and the link stays.
 */
export async function signInWithLink(
  { kind, token }: { kind: "sign_in" | "invitation"; token: string },
  caller: Caller = noCaller,
  tx?: Transaction,
): Promise<StartedSession> {
  return inTransaction(tx, async (tx) => {
    const link = await spendAccessLink(tx, kind, token);
    if (!link?.userId) throw new AppError("conflict", "This link was used already, or its time is over.");
    const [person] = await tx
      .select({ email: users.email, disabledAt: users.disabledAt })
      .from(users)
      .where(eq(users.id, link.userId))
      .for("no key update");
    if (!person || person.disabledAt)
      throw new AppError("forbidden", "This account has been shut by an administrator.");
    if (kind === "invitation") await proveAddress(tx, link.userId, person.email);
    const action = kind === "invitation" ? "invitation.accepted" : "sign_in_link.used";
    await recordAudit(tx, { actorId: link.userId, action, subjectId: link.userId });
    return startSession(link.userId, { method: "link", caller }, tx);
  });
}

async function proveAddress(tx: Transaction, userId: string, email: string): Promise<void> {
  await tx.update(users).set({ emailVerifiedAt: now() }).where(eq(users.id, userId));
  const { email: marked, fault } = undeliverableAddresses;
  await tx.delete(undeliverableAddresses).where(and(eq(marked, email), eq(fault, "bounced")));
}
