import { and, eq, isNull } from "drizzle-orm";
import { passkeys, sessions } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { config } from "@/lib/platform/config";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import { enqueueMessages } from "@/lib/platform/outbox";
import { hasFreshProof } from "../fresh-proof";
import { type PersonScope, secondFactorRequired } from "../scopes";
import { type RelyingParty, relyingPartyOf } from "./relying-party";

/** What passkeys sign by: EdDSA, ES256 and RS256 (RFC 9053, RFC 8812). */
export const algorithms = [-8, -7, -257];

/** How long a challenge may be answered. */
export const challengeSeconds = 5 * 60;

/** The site as authenticators know it, or `conflict` where browsers make no passkeys for it. */
export function requireRelyingParty(): RelyingParty {
  const party = relyingPartyOf(config());
  if (!party)
    throw new AppError(
      "conflict",
      "Passkeys need the site to have a name and https. Tell whoever operates it: APP_URL.",
    );
  return party;
}

/**
 * Takes the challenge of this session, which answers one time alone: the one that was asked last,
 * and not long ago.
 */
export async function takeChallenge(tx: Transaction, scope: PersonScope): Promise<string> {
  const [asked] = await tx
    .select({ challenge: sessions.passkeyChallenge, at: sessions.passkeyChallengeAt })
    .from(sessions)
    .where(and(eq(sessions.id, scope.sessionId), isNull(sessions.revokedAt)))
    .for("no key update");
  const isOver = !asked?.at || asked.at.getTime() < now().getTime() - challengeSeconds * 1000;
  if (!asked?.challenge || isOver) throw new AppError("conflict", "That took too long. Please try again.");
  const none = { passkeyChallenge: null, passkeyChallengeAt: null };
  await tx.update(sessions).set(none).where(eq(sessions.id, scope.sessionId));
  return asked.challenge;
}

/**
 * Refuses who may not change the ways into this account: `proof_required` after ten minutes without
 * a proof of who they are, and `second_factor_required` where a passkey exists that this session
 * has not shown.
 */
export async function requireKeeper(tx: Transaction, scope: PersonScope): Promise<void> {
  const [session] = await tx
    .select({ provedAt: sessions.provedAt, secondFactorAt: sessions.secondFactorAt })
    .from(sessions)
    .where(and(eq(sessions.id, scope.sessionId), isNull(sessions.revokedAt)))
    .for("no key update");
  const hasOne = (await tx.$count(passkeys, eq(passkeys.userId, scope.userId))) > 0;
  if (hasOne && !session?.secondFactorAt) throw secondFactorRequired();
  if (!session || !hasFreshProof(session))
    throw new AppError("proof_required", "Please show once more that it is you, then try again.");
}

/** Tells a person by mail what happened to their passkeys. */
export async function notify(tx: Transaction, userId: string, notice: "passkey_added" | "passkey_removed") {
  const dedupeKey = `security_notice:${notice}:${newId()}`;
  await enqueueMessages(tx, [{ kind: "security_notice", dedupeKey, userId, notice }]);
}
