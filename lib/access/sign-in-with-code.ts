import { and, eq } from "drizzle-orm";
import { undeliverableAddresses } from "@/db/schema/mail";
import { users } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { type Caller, noCaller } from "./caller";
import { type StartedSession, startSession } from "./sessions";
import { findAnsweredChallenge, spendChallenge, type TypedCode } from "./spend-code";

/**
 * Opens a session for the address that a code was sent to; an address seen for the first time
 * becomes a person. A code works once; otherwise `unauthenticated`, and `rate_limited` for whoever
 * guesses.
 */
export async function signInWithCode(typed: TypedCode, caller: Caller = noCaller): Promise<StartedSession> {
  const { id, email } = await findAnsweredChallenge(typed, caller);
  return inTransaction(undefined, async (tx) => {
    await spendChallenge(tx, id);
    return startSession(await verifiedUserOf(tx, email), { method: "code", caller }, tx);
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
