import { verifyRegistrationResponse } from "@simplewebauthn/server";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { passkeys, sessions } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import type { PersonScope } from "../scopes";
import type { addPasskeyInput } from "./input";
import { algorithms, notify, requireKeeper, requireRelyingParty, takeChallenge } from "./internal";

const mostPasskeys = 20;

/**
 * Adds the passkey that this browser made for this session's challenge, and tells its person by
 * mail; the session has its second factor by it. Only for whoever proved a moment ago who they are,
 * by the passkey too where there is one already.
 */
export async function addPasskey(
  scope: PersonScope,
  { name, answer }: z.output<typeof addPasskeyInput>,
  tx?: Transaction,
): Promise<void> {
  const party = requireRelyingParty();
  await inTransaction(tx, async (tx) => {
    await requireKeeper(tx, scope);
    if ((await tx.$count(passkeys, eq(passkeys.userId, scope.userId))) >= mostPasskeys)
      throw new AppError("conflict", `You have ${mostPasskeys} passkeys. Remove one first.`);
    const made = await verified(answer, await takeChallenge(tx, scope), party);
    const added = await tx
      .insert(passkeys)
      .values({ ...made, userId: scope.userId, name, createdAt: now() })
      .onConflictDoNothing()
      .returning({ id: passkeys.id });
    if (added.length === 0) throw new AppError("conflict", "This passkey is registered already.");
    await tx.update(sessions).set({ secondFactorAt: now() }).where(eq(sessions.id, scope.sessionId));
    await recordAudit(tx, { actorId: scope.userId, action: "passkey.added", subjectId: scope.userId });
    await notify(tx, scope.userId, "passkey_added");
  });
}

async function verified(
  answer: z.output<typeof addPasskeyInput>["answer"],
  expectedChallenge: string,
  party: { id: string; origin: string },
) {
  const checked = await verifyRegistrationResponse({
    response: answer as Parameters<typeof verifyRegistrationResponse>[0]["response"],
    expectedChallenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch((cause) => {
    throw new AppError("conflict", "This passkey could not be checked. Please try again.", { cause });
  });
  if (!checked.verified) throw new AppError("conflict", "This passkey could not be checked. Please try again.");
  const { credential, credentialBackedUp: isBackedUp } = checked.registrationInfo;
  return {
    id: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString("base64url"),
    signCount: credential.counter,
    transports: answer.response.transports,
    isBackedUp,
  };
}
