import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import { now } from "@/lib/platform/clock";
import { keyFor } from "@/lib/platform/secrets";
import type { Person } from "./actor";
import { findPersonOfSession } from "./find-session";
import { accessSeconds } from "./sessions";

const claims = z.object({ sub: z.uuid(), sid: z.uuid() });

// As jose uses it: from a key of another kind it would make one for each token.
let opened: Promise<CryptoKey> | undefined;

function signingKey(): Promise<CryptoKey> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  opened ??= crypto.subtle.importKey("raw", keyFor("access-token").export(), algorithm, false, ["sign", "verify"]);
  return opened;
}

/**
 * A JWT (HS256, RFC 7519) that speaks for the person for 15 minutes, as long as their session
 * lives.
 */
export async function issueAccessToken({ userId, sessionId }: Pick<Person, "userId" | "sessionId">): Promise<string> {
  const issuedAt = Math.floor(now().getTime() / 1000);
  return new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(userId)
    .setAudience("turnout-api")
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + accessSeconds)
    .sign(await signingKey());
}

type Known = { sessionId: string; expiresAtMs: number };

// What was genuine stays so until it expires, and a door's phone shows its token with every scan. The longest unseen goes first.
const known = new Map<string, Known>();
const mostKnown = 1_000;

/**
 * The person that a genuine, unexpired access token speaks for, as they are stored now; null once
 * its session has ended.
 */
export async function findPersonOfAccessToken(token: string): Promise<Person | null> {
  const found = known.get(token) ?? (await verified(token));
  known.delete(token);
  if (!found || found.expiresAtMs <= now().getTime()) return null;
  known.set(token, found);
  for (const oldest of known.keys()) {
    if (known.size <= mostKnown) break;
    known.delete(oldest);
  }
  return findPersonOfSession(found.sessionId);
}

async function verified(token: string): Promise<Known | null> {
  try {
    const { payload } = await jwtVerify(token, await signingKey(), {
      algorithms: ["HS256"],
      audience: "turnout-api",
      requiredClaims: ["exp"],
      currentDate: now(),
    });
    return { sessionId: claims.parse(payload).sid, expiresAtMs: Number(payload.exp) * 1000 };
  } catch {
    return null;
  }
}
