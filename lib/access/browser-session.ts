import { now } from "@/lib/platform/clock";
import { readTogether } from "@/lib/platform/read-together";
import type { Person } from "./actor";
import { type BrowserClaim, parseBrowserToken } from "./browser-token";
import { findSession } from "./find-session";
import { accessSeconds, endSpentSession, rotateSession } from "./sessions";

/**
 * How long the former value of a cookie goes on after its rotation: two tabs, an answer that was
 * lost.
 */
const graceSeconds = 60;

/**
 * The person whom a session cookie speaks for, or null. One that was spent a while ago ends its
 * session: somebody has a copy.
 */
export async function findPersonOfBrowser(token: string | undefined): Promise<Person | null> {
  const claim = parseBrowserToken(token);
  const live = claim && (await findSession(claim.sessionId));
  if (!live || claim.generation > live.generation) return null;
  if (claim.generation === live.generation) return live.person;
  const isFormer = claim.generation === live.generation - 1;
  if (isFormer && live.rotatedAt.getTime() > now().getTime() - graceSeconds * 1000) return live.person;
  await endSpentSession(claim.sessionId, live.person.userId);
  return null;
}

/** The claim of a genuine cookie whose 15 minutes are over, or null. */
export function dueForRenewal(token: string | undefined): BrowserClaim | null {
  const claim = parseBrowserToken(token);
  return claim && claim.issuedAt.getTime() <= now().getTime() - accessSeconds * 1000 ? claim : null;
}

/**
 * The next value of a session cookie, null when its session has ended. All who ask with the same
 * value get the same one, for a minute also from other processes.
 */
export function renewBrowserSession(claim: BrowserClaim): Promise<string | null> {
  const { sessionId, generation } = claim;
  return readTogether(`renew ${sessionId} ${generation}`, async () => {
    const renewed = await rotateSession({ sessionId, generation }, { graceSeconds });
    return renewed?.browserToken ?? null;
  });
}
