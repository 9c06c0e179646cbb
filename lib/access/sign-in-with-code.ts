import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { z } from "zod";
import { db } from "@/db/client";
import { undeliverableAddresses } from "@/db/schema/mail";
import { signInCodes, users } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import { isSameSecret } from "@/lib/platform/secrets";
import { type Caller, noCaller } from "./caller";
import type { codeInput } from "./input";
import { type StartedSession, startSession } from "./sessions";
import { signInCodeAttempts, signInCodeOf } from "./sign-in-codes";

/**
 * Opens a session for the address that a code was sent to; an address seen for the first time becomes a person. A challenge takes five
 * attempts, counted before comparing, and works once; otherwise `unauthenticated`.
 */
export async function signInWithCode(
  { challengeId, code }: z.infer<typeof codeInput>,
  caller: Caller = noCaller,
): Promise<StartedSession> {
  const challenge = and(
    eq(signInCodes.id, challengeId),
    isNull(signInCodes.usedAt),
    gt(signInCodes.expiresAt, now()),
    lt(signInCodes.attempts, signInCodeAttempts),
  );
  const [attempt] = await db()
    .update(signInCodes)
    .set({ attempts: sql`${signInCodes.attempts} + 1` })
    .where(challenge)
    .returning({ email: signInCodes.email });
  if (!attempt)
    throw new AppError("unauthenticated", "This code has expired or was tried too often. Ask for a new one.");
  if (!isSameSecret(Buffer.from(code), Buffer.from(signInCodeOf(challengeId)))) {
    throw new AppError("unauthenticated", "This is not the code that we sent.", {
      errors: [{ path: "code", message: "This is not the code that we sent." }],
    });
  }
  return inTransaction(undefined, async (tx) => {
    const used = await tx
      .update(signInCodes)
      .set({ usedAt: now() })
      .where(and(eq(signInCodes.id, challengeId), isNull(signInCodes.usedAt)))
      .returning({ id: signInCodes.id });
    if (used.length === 0) throw new AppError("unauthenticated", "This code was already used. Ask for a new one.");
    return startSession(await verifiedUserOf(tx, attempt.email), { method: "code", caller }, tx);
  });
}

async function verifiedUserOf(tx: Transaction, email: string): Promise<string> {
  const at = now();
  const [row] = await tx
    .insert(users)
    .values({
      id: newId(),
      email,
      name: email.slice(0, email.indexOf("@")),
      emailVerifiedAt: at,
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoUpdate({ target: users.email, set: { emailVerifiedAt: at } })
    .returning({ id: users.id });
  if (!row) throw new Error("the upsert of a user returned no row");
  // The code has arrived there, so mail does again.
  const { email: marked, fault } = undeliverableAddresses;
  await tx.delete(undeliverableAddresses).where(and(eq(marked, email), eq(fault, "bounced")));
  return row.id;
}
