import { and, desc, eq, gt, isNull, lt, lte } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { sessions } from "@/db/schema/users";
import { now } from "@/lib/platform/clock";
import { openCursor, type Page, pageOf, sealCursor } from "@/lib/platform/page";
import type { PersonScope } from "./scopes";

/** One place in which one is signed in. */
export type SessionListItem = {
  id: string;
  createdAt: Date;
  /** Within a few minutes. */
  lastUsedAt: Date;
  userAgent: string | null;
  isCurrent: boolean;
};

/** A page of one's own sessions that live, the newest first. */
export async function listSessions(
  scope: PersonScope,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<Page<SessionListItem>> {
  const { id, userId, createdAt, lastUsedAt, userAgent, revokedAt, expiresAt, endsAt } = sessions;
  const after = openCursor("sessions", cursor, z.tuple([z.uuid()]));
  const at = now();
  const isLive = and(isNull(revokedAt), gt(expiresAt, at), gt(endsAt, at), lte(createdAt, at));
  const rows = await db()
    .select({ id, createdAt, lastUsedAt, userAgent })
    .from(sessions)
    .where(and(eq(userId, scope.userId), isLive, after ? lt(id, after[0]) : undefined))
    .orderBy(desc(id))
    .limit(limit + 1);
  const { items, nextCursor } = pageOf(rows, limit, (row) => sealCursor("sessions", [row.id]));
  return { items: items.map((row) => ({ ...row, isCurrent: row.id === scope.sessionId })), nextCursor };
}
