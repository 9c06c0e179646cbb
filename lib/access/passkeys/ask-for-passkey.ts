import { randomBytes } from "node:crypto";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { eq } from "drizzle-orm";
import { passkeys, sessions } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { bytesOfUuid } from "@/lib/platform/uuid-bytes";
import type { PersonScope } from "../scopes";
import { algorithms, challengeSeconds, requireKeeper, requireRelyingParty } from "./internal";

/**
 * What the browser needs to ask for one of this person's passkeys; whoever holds it must prove to
 * it who they are.
 */
export function askForPasskey(scope: PersonScope, tx?: Transaction): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const party = requireRelyingParty();
  return inTransaction(tx, async (tx) =>
    generateAuthenticationOptions({
      rpID: party.id,
      challenge: await newChallenge(tx, scope),
      allowCredentials: await credentialsOf(tx, scope),
      userVerification: "required",
      timeout: challengeSeconds * 1000,
    }),
  );
}

/** What the browser needs to make a passkey; only for whoever may add one now. */
export function askForNewPasskey(
  scope: PersonScope,
  tx?: Transaction,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const party = requireRelyingParty();
  return inTransaction(tx, async (tx) => {
    await requireKeeper(tx, scope);
    return generateRegistrationOptions({
      rpID: party.id,
      rpName: party.name,
      userID: new Uint8Array(bytesOfUuid(scope.userId)),
      userName: scope.email,
      userDisplayName: scope.name,
      challenge: await newChallenge(tx, scope),
      excludeCredentials: await credentialsOf(tx, scope),
      authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
      attestationType: "none",
      supportedAlgorithmIDs: algorithms,
      timeout: challengeSeconds * 1000,
    });
  });
}

async function newChallenge(tx: Transaction, scope: PersonScope): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(randomBytes(32));
  const asked = { passkeyChallenge: Buffer.from(challenge).toString("base64url"), passkeyChallengeAt: now() };
  await tx.update(sessions).set(asked).where(eq(sessions.id, scope.sessionId));
  return challenge;
}

function credentialsOf(tx: Transaction, scope: PersonScope) {
  const { id, transports } = passkeys;
  return tx.select({ id, transports }).from(passkeys).where(eq(passkeys.userId, scope.userId));
}
