import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import type { Person } from "@/lib/access/actor";
import { accessSeconds, findPersonOfSession, sessionSeconds } from "@/lib/access/sessions";
import { now } from "@/lib/platform/clock";
import { config } from "@/lib/platform/config";

const isHttps = config().APP_URL.startsWith("https:");

/** The session cookie: next-auth's own format and name, so that its endpoints read what our sign-in wrote. */
export const sessionCookie = {
  name: isHttps ? "__Secure-next-auth.session-token" : "next-auth.session-token",
  options: { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps, maxAge: sessionSeconds } as const,
};

export const sessionClaims = z.object({
  sub: z.uuid(),
  sid: z.uuid(),
  email: z.string(),
  name: z.string(),
  department: z.string().nullable(),
  role: z.enum(["attendee", "organizer", "admin"]),
  refreshToken: z.string(),
  accessExpiresAt: z.number(),
});

export type SessionClaims = z.infer<typeof sessionClaims>;

/** What the cookie says of a person: good for 15 minutes without asking the database. */
export function sessionClaimsOf(person: Person, refreshToken: string): SessionClaims {
  const { userId, sessionId, email, name, department, role } = person;
  return {
    sub: userId,
    sid: sessionId,
    email,
    name,
    department,
    role,
    refreshToken,
    accessExpiresAt: now().getTime() + accessSeconds * 1000,
  };
}

/** The encrypted cookie value for a session that was just opened. */
export function sealSessionCookie(person: Person, refreshToken: string): Promise<string> {
  return encode({ token: sessionClaimsOf(person, refreshToken), secret: config().AUTH_SECRET, maxAge: sessionSeconds });
}

/** The claims of a genuine cookie, or null. */
export async function openSessionCookie(value: string | undefined): Promise<SessionClaims | null> {
  if (!value) return null;
  try {
    const parsed = sessionClaims.safeParse(await decode({ token: value, secret: config().AUTH_SECRET }));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The person of a cookie: by its claims for 15 minutes, after that by the stored session, so that sign-out and role changes hold. */
export async function findPersonOfCookie(value: string | undefined): Promise<Person | null> {
  const claims = await openSessionCookie(value);
  if (!claims) return null;
  if (claims.accessExpiresAt <= now().getTime()) return findPersonOfSession(claims.sid);
  const { sub, sid, email, name, department, role } = claims;
  return { kind: "person", userId: sub, sessionId: sid, email, name, department, role };
}
