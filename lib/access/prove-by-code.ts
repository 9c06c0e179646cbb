import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema/users";
import { inTransaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { AppError, invalidInput } from "@/lib/platform/errors";
import type { Caller } from "./caller";
import type { PersonScope } from "./scopes";
import { findAnsweredChallenge, spendChallenge } from "./spend-code";

/**
 * Proves by the code that was sent to one's own address that it is oneself who uses this session. A
 * wrong code, or one for another address, is `invalid_input`: who asks is signed in and stays so.
 */
export async function proveByCode(
  { sessionId, email }: PersonScope,
  typed: { challengeId: string; code: string },
  caller: Caller,
): Promise<void> {
  try {
    const challenge = await findAnsweredChallenge(typed, caller);
    if (challenge.email !== email) throw new AppError("unauthenticated", "This code was sent to another address.");
    await inTransaction(undefined, async (tx) => {
      await spendChallenge(tx, challenge.id);
      await tx.update(sessions).set({ provedAt: now() }).where(eq(sessions.id, sessionId));
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "unauthenticated") throw error;
    throw invalidInput({ path: "code", message: error.message });
  }
}
