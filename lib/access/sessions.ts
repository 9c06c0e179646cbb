import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions, users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import type { Person } from "./actor";
import { parseRefreshToken, refreshTokenOf } from "./refresh-token";

export const accessSeconds = 15 * 60;
export const sessionSeconds = 7 * 24 * 60 * 60;
const overlapSeconds = 10;

export type StartedSession = { person: Person; refreshToken: string; expiresAt: Date };

/** Opens a session of 7 days for a person and returns its first refresh token; refused where the account is disabled. */
export async function startSession(userId: string, tx?: Transaction): Promise<StartedSession> {
  const id = newId();
  const expiresAt = expiryFromNow();
  await (tx ?? db()).insert(sessions).values({ id, userId, createdAt: now(), rotatedAt: now(), expiresAt });
  const person = await findPersonOfSession(id, tx);
  if (!person) throw new AppError("forbidden", "This account is disabled. Ask an administrator to open it again.");
  return { person, refreshToken: refreshTokenOf(id, 0), expiresAt };
}

/**
 * Spends a refresh token for its one successor, or returns null: a token already spent revokes the whole session. A browser's tabs
 * may race (`toleratesRace`): for 10 s they get the same successor, because it is derived, not drawn.
 */
export async function rotateSession(
  refreshToken: string,
  { toleratesRace = false }: { toleratesRace?: boolean } = {},
): Promise<StartedSession | null> {
  const claim = parseRefreshToken(refreshToken);
  if (!claim) return null;
  const at = now();
  const expiresAt = expiryFromNow();
  const spent = await db()
    .update(sessions)
    .set({ generation: sql`${sessions.generation} + 1`, rotatedAt: at, expiresAt })
    .where(and(isLive(claim.sessionId), eq(sessions.generation, claim.generation)))
    .returning({ id: sessions.id });
  if (spent.length === 0 && !(toleratesRace && (await isRacingPredecessor(claim, at)))) {
    await revokeSession(claim.sessionId);
    return null;
  }
  const person = await findPersonOfSession(claim.sessionId);
  return person && { person, refreshToken: refreshTokenOf(claim.sessionId, claim.generation + 1), expiresAt };
}

/** Ends a session at once; ending it twice changes nothing. */
export async function revokeSession(sessionId: string): Promise<void> {
  await db()
    .update(sessions)
    .set({ revokedAt: now() })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));
}

/** Ends the session that a refresh token belongs to, spent or not; anything else is ignored. */
export async function revokeByRefreshToken(refreshToken: string): Promise<void> {
  const claim = parseRefreshToken(refreshToken);
  if (claim) await revokeSession(claim.sessionId);
}

/** The person of a session that is neither expired nor revoked, as they are stored now, or null; nobody disabled. */
export async function findPersonOfSession(sessionId: string, tx?: Transaction): Promise<Person | null> {
  const [row] = await (tx ?? db())
    .select({ userId: users.id, email: users.email, name: users.name, department: users.department, role: users.role })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(isLive(sessionId), isNull(users.disabledAt)));
  return row ? { kind: "person", sessionId, ...row } : null;
}

async function isRacingPredecessor(claim: { sessionId: string; generation: number }, at: Date): Promise<boolean> {
  const [row] = await db()
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        isLive(claim.sessionId),
        eq(sessions.generation, claim.generation + 1),
        gt(sessions.rotatedAt, new Date(at.getTime() - overlapSeconds * 1000)),
      ),
    );
  return row !== undefined;
}

function isLive(sessionId: string) {
  return and(eq(sessions.id, sessionId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now()));
}

function expiryFromNow(): Date {
  return new Date(now().getTime() + sessionSeconds * 1000);
}
