import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions, users } from "@/db/schema/users";
import { afterCommit, inTransaction, type Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import { metrics } from "@/lib/platform/metrics";
import type { Person } from "./actor";
import { browserTokenOf } from "./browser-token";
import { type Caller, noCaller, type SignInMethod } from "./caller";
import { findPersonOfSession, findSession } from "./find-session";
import { grantConfiguredAdmins } from "./grant-configured-admins";
import { parseRefreshToken, refreshTokenOf } from "./refresh-token";

export const accessSeconds = 15 * 60;
export const sessionSeconds = 7 * 24 * 60 * 60;
const longestSeconds = 90 * 24 * 60 * 60;

/**
 * A session as whoever signs in gets it: `refreshToken` for an API client, `browserToken` for a
 * browser's cookie.
 */
export type StartedSession = { person: Person; refreshToken: string; browserToken: string; expiresAt: Date };

/** How somebody signed in, and from where. */
export type Opening = { method: SignInMethod; caller?: Caller };

/**
 * Opens a session that ends after 7 days without use, after 90 days in any case. All ways but the
 * password prove who one is. `forbidden` for a person whom an administrator disabled.
 */
export function startSession(userId: string, opening: Opening, tx?: Transaction): Promise<StartedSession> {
  const { method, caller = noCaller } = opening;
  return inTransaction(tx, async (tx) => {
    const id = newId();
    const at = now();
    const expiresAt = secondsAfter(at, sessionSeconds);
    await refuseDisabled(tx, userId);
    await tx.insert(sessions).values({
      id,
      userId,
      createdAt: at,
      rotatedAt: at,
      lastUsedAt: at,
      expiresAt,
      endsAt: secondsAfter(at, longestSeconds),
      userAgent: caller.userAgent?.slice(0, 400) ?? null,
      provedAt: method === "password" ? null : at,
    });
    const detail = { method, network: caller.network };
    await recordAudit(tx, { actorId: userId, action: "session.started", subjectId: userId, detail });
    afterCommit(tx, () => metrics().signIns.inc({ method, outcome: "started" }));
    await grantConfiguredAdmins({ userId }, tx);
    const person = await findPersonOfSession(id, tx);
    if (!person) throw new Error("the session just opened is not live");
    return startedSession(person, 0, at, expiresAt);
  });
}

/**
 * Spends one rotation of a session for the next, or returns null: one that was spent ends the whole
 * session. Within `graceSeconds` of the rotation the former one gets the same successor, because it
 * is derived, not drawn.
 */
export async function rotateSession(
  claim: { sessionId: string; generation: number },
  { graceSeconds = 0 }: { graceSeconds?: number } = {},
): Promise<StartedSession | null> {
  const { sessionId, generation } = claim;
  const at = now();
  const expiresAt = sql`least(${secondsAfter(at, sessionSeconds).toISOString()}::timestamptz, ${sessions.endsAt})`;
  const isLive = and(isNull(sessions.revokedAt), gt(sessions.expiresAt, at), gt(sessions.endsAt, at));
  const [spent] = await db()
    .update(sessions)
    .set({ generation: sql`${sessions.generation} + 1`, rotatedAt: at, lastUsedAt: at, expiresAt })
    .where(and(eq(sessions.id, sessionId), isLive, eq(sessions.generation, generation)))
    .returning({ expiresAt: sessions.expiresAt });
  const live = await findSession(sessionId);
  if (!live) return null;
  const isSuccessor = live.generation === generation + 1;
  const isInGrace = isSuccessor && live.rotatedAt > secondsAfter(at, -graceSeconds);
  if (!spent && !isInGrace) {
    if (generation < live.generation) await endSpentSession(sessionId, live.person.userId);
    return null;
  }
  return startedSession(
    live.person,
    generation + 1,
    live.rotatedAt,
    spent?.expiresAt ?? secondsAfter(at, sessionSeconds),
  );
}

/**
 * Spends a refresh token for its successor; null for a forged one, and a spent one ends its whole
 * session.
 */
export async function rotateByRefreshToken(refreshToken: string): Promise<StartedSession | null> {
  const claim = parseRefreshToken(refreshToken);
  return claim && rotateSession(claim);
}

/** Ends a session because what was spent of it was used again: somebody has a copy. */
export async function endSpentSession(sessionId: string, userId: string): Promise<void> {
  await inTransaction(undefined, async (tx) => {
    if (await revokeSession(sessionId, tx)) await recordEnd(tx, userId, "spent_token_used");
  });
}

/** Ends a session at once, with everything that speaks for it; true if it had not ended before. */
export async function revokeSession(sessionId: string, tx?: Transaction): Promise<boolean> {
  const ended = await (tx ?? db())
    .update(sessions)
    .set({ revokedAt: now() })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

/** Ends the session that a refresh token belongs to, spent or not; anything else is ignored. */
export async function revokeByRefreshToken(refreshToken: string): Promise<void> {
  const claim = parseRefreshToken(refreshToken);
  if (claim) await signOutSession(claim.sessionId);
}

/** Ends a session because its person signed out of it. */
export async function signOutSession(sessionId: string): Promise<void> {
  const live = await findSession(sessionId);
  if (!live) return;
  await inTransaction(undefined, async (tx) => {
    if (await revokeSession(sessionId, tx)) await recordEnd(tx, live.person.userId, "signed_out");
  });
}

function recordEnd(tx: Transaction, userId: string, why: string): Promise<void> {
  return recordAudit(tx, { actorId: userId, action: "session.ended", subjectId: userId, detail: { why } });
}

async function refuseDisabled(tx: Transaction, userId: string): Promise<void> {
  const [user] = await tx.select({ disabledAt: users.disabledAt }).from(users).where(eq(users.id, userId));
  if (user?.disabledAt) throw new AppError("forbidden", "This account is disabled. Ask an administrator of this site.");
}

function startedSession(person: Person, generation: number, rotatedAt: Date, expiresAt: Date): StartedSession {
  const { sessionId } = person;
  const browserToken = browserTokenOf({ sessionId, generation, issuedAt: rotatedAt });
  return { person, refreshToken: refreshTokenOf(sessionId, generation), browserToken, expiresAt };
}

function secondsAfter(at: Date, seconds: number): Date {
  return new Date(at.getTime() + seconds * 1000);
}
