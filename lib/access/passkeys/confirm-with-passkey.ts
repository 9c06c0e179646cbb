import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { passkeys, sessions } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import type { PersonScope } from "../scopes";
import type { confirmInput } from "./input";
import { requireRelyingParty, takeChallenge } from "./internal";

/**
 * Gives this session its second factor, and a fresh proof, by one of its person's own passkeys,
 * whose holder proved to it who they are; otherwise `unauthenticated`. Each challenge is answered
 * once, and a copied authenticator is refused by its counter.
 */
export async function confirmWithPasskey(
  scope: PersonScope,
  { answer }: z.output<typeof confirmInput>,
  tx?: Transaction,
): Promise<void> {
  const party = requireRelyingParty();
  const isConfirmed = await inTransaction(tx, async (tx) => {
    const expectedChallenge = await takeChallenge(tx, scope);
    const isOwn = and(eq(passkeys.id, answer.id), eq(passkeys.userId, scope.userId));
    const [passkey] = await tx.select().from(passkeys).where(isOwn).for("no key update");
    if (!passkey) return false;
    const checked = await verifyAuthenticationResponse({
      response: answer as Parameters<typeof verifyAuthenticationResponse>[0]["response"],
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
        counter: passkey.signCount,
      },
      requireUserVerification: true,
    }).catch(() => null);
    if (!checked?.verified) return false;
    const { newCounter: signCount, credentialBackedUp: isBackedUp } = checked.authenticationInfo;
    await tx.update(passkeys).set({ signCount, isBackedUp, lastUsedAt: now() }).where(isOwn);
    const proof = { secondFactorAt: now(), provedAt: now() };
    await tx.update(sessions).set(proof).where(eq(sessions.id, scope.sessionId));
    await recordAudit(tx, { actorId: scope.userId, action: "session.confirmed", subjectId: scope.userId });
    return true;
  });
  // Thrown outside, so that the challenge stays spent.
  if (!isConfirmed) throw new AppError("unauthenticated", "This passkey could not be checked, or is not yours here.");
}
