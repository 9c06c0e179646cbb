import { eq } from "drizzle-orm";
import { undeliverableAddresses } from "@/db/schema/mail";
import { users } from "@/db/schema/users";
import { inTransaction } from "@/db/transaction";
import type { AdminScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { notFound } from "@/lib/platform/errors";

/** Lets mail to a person's address leave again, as if it had never come back. */
export async function clearAddressFault(scope: AdminScope, { userId }: { userId: string }): Promise<void> {
  await inTransaction(undefined, async (tx) => {
    const [person] = await tx.select({ email: users.email }).from(users).where(eq(users.id, userId));
    if (!person) throw notFound();
    const cleared = await tx
      .delete(undeliverableAddresses)
      .where(eq(undeliverableAddresses.email, person.email))
      .returning({ fault: undeliverableAddresses.fault });
    const [detail] = cleared;
    if (detail)
      await recordAudit(tx, { actorId: scope.userId, action: "person.address_cleared", subjectId: userId, detail });
  });
}
