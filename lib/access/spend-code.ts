import { and, desc, eq, gt, inArray, isNull, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { signInCodes, users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { isSameSecret } from "@/lib/platform/secrets";
import type { Caller } from "./caller";
import { judgeGuess } from "./judge-guess";
import { signInCodeAttempts, signInCodeOf } from "./sign-in-codes";

/**
 * A code that somebody typed: for the challenge that their browser waits with, or for an address.
 */
export type TypedCode = { code: string } & ({ challengeId: string } | { email: string });

type Challenge = { id: string; email: string; network: string | null };

const mostPending = 20;

/**
 * The challenge that this code answers, not yet spent; otherwise `unauthenticated`. Guesses are
 * counted before they are compared: by account and network, and those from other networks than the
 * one that asked for it, five for each code.
 */
export async function findAnsweredChallenge(typed: TypedCode, caller: Caller): Promise<{ id: string; email: string }> {
  const pending = await listPending(typed);
  const email = pending[0]?.email ?? ("email" in typed ? typed.email : null);
  if (email === null) throw new AppError("unauthenticated", "This code has expired or was used. Ask for a new one.");
  const [user] = await db().select({ userId: users.id }).from(users).where(eq(users.email, email));
  const account = { email, userId: user?.userId ?? null };
  const isKnown = account.userId !== null && caller.knownAccounts.includes(account.userId);
  const found = await judgeGuess(account, { caller, method: "code" }, async () => {
    const own = pending.filter(({ network }) => isKnown || network === caller.network);
    const foreign = await countForeign(pending.filter((challenge) => !own.includes(challenge)));
    return (
      [...own, ...foreign].find(({ id }) => isSameSecret(Buffer.from(typed.code), Buffer.from(signInCodeOf(id)))) ??
      null
    );
  });
  if (found) return found;
  const message = "This is not the code that we sent, or it has expired.";
  throw new AppError("unauthenticated", message, { errors: [{ path: "code", message }] });
}

/** Spends the challenge; of two that do it at once one succeeds, the other is `unauthenticated`. */
export async function spendChallenge(tx: Transaction, id: string): Promise<void> {
  const used = await tx
    .update(signInCodes)
    .set({ usedAt: now() })
    .where(and(eq(signInCodes.id, id), isNull(signInCodes.usedAt)))
    .returning({ id: signInCodes.id });
  if (used.length === 0) throw new AppError("unauthenticated", "This code was already used. Ask for a new one.");
}

function listPending(typed: TypedCode): Promise<Challenge[]> {
  const { id, email, network, usedAt, expiresAt, createdAt } = signInCodes;
  const isMeant = "challengeId" in typed ? eq(id, typed.challengeId) : eq(email, typed.email);
  return db()
    .select({ id, email, network })
    .from(signInCodes)
    .where(and(isMeant, isNull(usedAt), gt(expiresAt, now())))
    .orderBy(desc(createdAt))
    .limit(mostPending);
}

async function countForeign(challenges: Challenge[]): Promise<Challenge[]> {
  if (challenges.length === 0) return [];
  const ids = challenges.map(({ id }) => id);
  return db()
    .update(signInCodes)
    .set({ attempts: sql`${signInCodes.attempts} + 1` })
    .where(and(inArray(signInCodes.id, ids), lt(signInCodes.attempts, signInCodeAttempts)))
    .returning({ id: signInCodes.id, email: signInCodes.email, network: signInCodes.network });
}
