import { eq } from "drizzle-orm";
import type { z } from "zod";
import { db } from "@/db/client";
import { users } from "@/db/schema/users";
import { AppError } from "@/lib/platform/errors";
import { type Caller, noCaller } from "./caller";
import type { passwordInput } from "./input";
import { judgeGuess } from "./judge-guess";
import { isPasswordOf } from "./passwords";
import { type StartedSession, startSession } from "./sessions";

/**
 * Opens a session by password, or `unauthenticated`, with the same work and words whether or not
 * the address is known; `rate_limited` for whoever guesses.
 */
export async function signInWithPassword(
  { email, password }: z.infer<typeof passwordInput>,
  caller: Caller = noCaller,
): Promise<StartedSession> {
  const [user] = await db()
    .select({ userId: users.id, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.email, email));
  const account = { email, userId: user?.userId ?? null };
  const found = await judgeGuess(account, { caller, method: "password" }, async () =>
    (await isPasswordOf(user?.passwordHash ?? null, password)) ? account.userId : null,
  );
  if (!found) throw new AppError("unauthenticated", "The address or the password is wrong.");
  return startSession(found, { method: "password", caller });
}
