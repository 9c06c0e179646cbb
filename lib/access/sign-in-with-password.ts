import { eq } from "drizzle-orm";
import type { z } from "zod";
import { db } from "@/db/client";
import { users } from "@/db/schema/users";
import { AppError } from "@/lib/platform/errors";
import { takeOrRefuse } from "@/lib/platform/rate-limit";
import { type Caller, noCaller } from "./caller";
import type { passwordInput } from "./input";
import { isPasswordOf } from "./passwords";
import { type StartedSession, startSession } from "./sessions";

/** Opens a session by password, or `unauthenticated`, with the same work and words whether or not the address is known. */
export async function signInWithPassword(
  { email, password }: z.infer<typeof passwordInput>,
  caller: Caller = noCaller,
): Promise<StartedSession> {
  await takeOrRefuse("signInAddress", [`password:${email}`]);
  const [user] = await db()
    .select({ id: users.id, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.email, email));
  const isRight = await isPasswordOf(user?.passwordHash ?? null, password);
  if (!user || !isRight) throw new AppError("unauthenticated", "The address or the password is wrong.");
  return startSession(user.id, { method: "password", caller });
}
