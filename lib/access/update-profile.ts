import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import type { UpdateProfileInput } from "./input";
import type { PersonScope } from "./scopes";

/** Changes one's own name and department; what was registered before keeps what it said. */
export async function updateProfile(scope: PersonScope, input: UpdateProfileInput, tx?: Transaction): Promise<void> {
  await inTransaction(tx, async (tx) => {
    const changed = await tx
      .update(users)
      .set({ name: input.name, department: input.department ?? null, updatedAt: now() })
      .where(eq(users.id, scope.userId))
      .returning({ id: users.id });
    if (changed.length === 0) throw new AppError("unauthenticated", "This account no longer exists.");
  });
}
