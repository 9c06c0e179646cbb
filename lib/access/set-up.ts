import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import type { IdentityInput } from "@/lib/organisation/input";
import { markSetUp } from "@/lib/organisation/mark-set-up";
import { updateOrganisation } from "@/lib/organisation/update-organisation";
import { now } from "@/lib/platform/clock";
import { AppError, invalidInput } from "@/lib/platform/errors";
import { spendAccessLink } from "./access-link";
import { type Caller, noCaller } from "./caller";
import { findOrCreatePerson } from "./find-or-create-person";
import { grantRole } from "./grant-role";
import { type StartedSession, startSession } from "./sessions";

type FirstAdministrator = { name: string; email: string };

/**
 * Spends the set-up link, stores who the organisation is, and makes its first administrator, who is
 * signed in at once: all of it or nothing. Of two that do it at once one wins (`conflict`).
 */
export async function setUp(
  token: string,
  { identity, administrator }: { identity: IdentityInput; administrator: FirstAdministrator },
  caller: Caller = noCaller,
  tx?: Transaction,
): Promise<StartedSession> {
  return inTransaction(tx, async (tx) => {
    if (!(await spendAccessLink(tx, "set_up", token)))
      throw new AppError("conflict", "This link was used already. Whoever used it is the administrator now.");
    const { userId } = await findOrCreatePerson(tx, administrator.email);
    const [stored] = await tx
      .update(users)
      .set({ name: administrator.name, emailVerifiedAt: now(), updatedAt: now() })
      .where(eq(users.id, userId))
      .returning({ disabledAt: users.disabledAt });
    if (stored?.disabledAt)
      throw invalidInput({ path: "email", message: "This account is disabled. Take another address." });
    await updateOrganisation({ userId }, identity, tx);
    await markSetUp({ userId }, tx);
    await grantRole(null, { userId, role: "admin" }, tx);
    return startSession(userId, { method: "link", caller }, tx);
  });
}
