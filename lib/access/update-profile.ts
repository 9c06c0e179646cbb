import { eq } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { AppError, invalidInput } from "@/lib/platform/errors";
import type { UpdateProfileInput } from "./input";
import type { PersonScope } from "./scopes";

/**
 * Changes one's own name and department; what was registered before keeps what it said. A
 * department that the organisation set stays as it is, and another one in its place is
 * `invalid_input`.
 */
export async function updateProfile(scope: PersonScope, input: UpdateProfileInput, tx?: Transaction): Promise<void> {
  await inTransaction(tx, async (tx) => {
    const [stored] = await tx
      .select({ department: users.department, source: users.departmentSource })
      .from(users)
      .where(eq(users.id, scope.userId))
      .for("no key update");
    if (!stored) throw new AppError("unauthenticated", "This account no longer exists.");
    const isFixed = stored.source !== "self";
    if (isFixed && input.department !== undefined && input.department !== stored.department)
      throw invalidInput({
        path: "department",
        message: "Your organisation sets your department: ask an administrator.",
      });
    const department = isFixed ? stored.department : (input.department ?? null);
    await tx.update(users).set({ name: input.name, department, updatedAt: now() }).where(eq(users.id, scope.userId));
  });
}
