import { and, eq, gt, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { signInCodes } from "@/db/schema/users";
import { now } from "@/lib/platform/clock";

/**
 * The challenge and the address that its code went to, while the code still works; otherwise null.
 */
export async function findSignInChallenge(id: string): Promise<{ challengeId: string; email: string } | null> {
  const [row] = await db()
    .select({ challengeId: signInCodes.id, email: signInCodes.email })
    .from(signInCodes)
    .where(and(eq(signInCodes.id, id), isNull(signInCodes.usedAt), gt(signInCodes.expiresAt, now())));
  return row ?? null;
}
