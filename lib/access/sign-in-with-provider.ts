import { users } from "@/db/schema/users";
import { inTransaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { type StartedSession, startSession } from "./sessions";

/** Opens a session for somebody whom the organisation's identity provider vouches for; name and department follow the provider. */
export function signInWithProvider(profile: {
  email: string;
  name: string;
  department?: string;
}): Promise<StartedSession> {
  const at = now();
  const known = {
    name: profile.name,
    ...(profile.department && { department: profile.department, departmentSource: "directory" as const }),
    emailVerifiedAt: at,
    updatedAt: at,
  };
  return inTransaction(undefined, async (tx) => {
    const [row] = await tx
      .insert(users)
      .values({ id: newId(), email: profile.email.toLowerCase(), createdAt: at, ...known })
      .onConflictDoUpdate({ target: users.email, set: known })
      .returning({ id: users.id });
    if (!row) throw new Error("the upsert of a user returned no row");
    return startSession(row.id, tx);
  });
}
