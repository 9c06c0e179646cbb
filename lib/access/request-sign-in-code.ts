import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { db } from "@/db/client";
import { signInCodes, users } from "@/db/schema/users";
import { inTransaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import { enqueueMessages } from "@/lib/platform/outbox";
import { takeFromLimits } from "@/lib/platform/rate-limit";
import { type Caller, noCaller } from "./caller";
import type { requestCodeInput } from "./input";
import { signInCodeSeconds } from "./sign-in-codes";

/** `isSent`: a mail is on its way; otherwise the code of an earlier one still works. */
export type RequestedCode = { challengeId: string; isSent: boolean };

/**
 * Sends a code to the address and returns the challenge that it answers, valid for 10 minutes;
 * where the address was written to too often, the challenge of an earlier code that still works, or
 * `rate_limited`. Known and unknown addresses get the same answer.
 */
export async function requestSignInCode(
  { email }: z.infer<typeof requestCodeInput>,
  caller: Caller = noCaller,
): Promise<RequestedCode> {
  const wait = await secondsToWait(email, caller);
  if (wait > 0) {
    const pending = await findPending(email, caller.network);
    if (pending) return { challengeId: pending, isSent: false };
    const message = `We wrote to this address several times already. Please try again in ${wait} seconds.`;
    throw new AppError("rate_limited", message, { retryAfterSeconds: wait });
  }
  const challengeId = newId();
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + signInCodeSeconds * 1000);
  await inTransaction(undefined, async (tx) => {
    await tx.insert(signInCodes).values({ id: challengeId, email, network: caller.network, createdAt, expiresAt });
    await enqueueMessages(tx, [
      { kind: "sign_in_code", dedupeKey: `sign_in_code:${challengeId}`, signInCodeId: challengeId },
    ]);
  });
  return { challengeId, isSent: true };
}

// A browser of the account's own is counted apart: nobody else can use up what it may ask for.
async function secondsToWait(email: string, caller: Caller): Promise<number> {
  if (await isKnownDevice(email, caller)) {
    const own = await takeFromLimits("signInAddress", [`address:${email}:known`]);
    return own.isAllowed ? 0 : own.resetSeconds;
  }
  const here = await takeFromLimits("signInAddress", [`address:${email}:${caller.network}`]);
  if (!here.isAllowed) return here.resetSeconds;
  const everywhere = await takeFromLimits("signInMailbox", [`address:${email}`]);
  return everywhere.isAllowed ? 0 : everywhere.resetSeconds;
}

async function isKnownDevice(email: string, { knownAccounts }: Caller): Promise<boolean> {
  if (knownAccounts.length === 0) return false;
  const [user] = await db().select({ id: users.id }).from(users).where(eq(users.email, email));
  return user !== undefined && knownAccounts.includes(user.id);
}

async function findPending(email: string, network: string): Promise<string | null> {
  const [pending] = await db()
    .select({ id: signInCodes.id })
    .from(signInCodes)
    .where(and(eq(signInCodes.email, email), isNull(signInCodes.usedAt), gt(signInCodes.expiresAt, now())))
    .orderBy(sql`${signInCodes.network} is distinct from ${network}`, desc(signInCodes.createdAt))
    .limit(1);
  return pending?.id ?? null;
}
