import { and, eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import type { ProviderPerson } from "./provider-claims";

/**
 * Writes down what the directory says of a person whose row is locked: their name and department,
 * and another address where it is proved and nobody else's. A department that it no longer names is
 * none; one that it never named stays.
 */
export async function followDirectory(tx: Transaction, userId: string, said: ProviderPerson): Promise<void> {
  const [stored] = await tx
    .select({ email: users.email, department: users.department, source: users.departmentSource })
    .from(users)
    .where(eq(users.id, userId));
  if (!stored) return;
  const { name, department } = said;
  await tx
    .update(users)
    .set({
      updatedAt: now(),
      ...(name !== null && { name }),
      ...(department !== null && { department, departmentSource: "directory" as const }),
      ...(department === null && stored.source === "directory" && { department, departmentSource: "self" as const }),
    })
    .where(eq(users.id, userId));
  if (said.email && said.isEmailProved && said.email !== stored.email) await followAddress(tx, userId, said.email);
}

async function followAddress(tx: Transaction, userId: string, email: string): Promise<void> {
  const isTaken = (await tx.$count(users, eq(users.email, email))) > 0;
  if (isTaken) return;
  await tx
    .update(users)
    .set({ email, emailVerifiedAt: now() })
    .where(and(eq(users.id, userId)));
  await recordAudit(tx, { actorId: userId, action: "person.address_changed", subjectId: userId });
}
