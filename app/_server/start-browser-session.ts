import { cookies } from "next/headers";
import { findPersonOfSession, revokeSession, type StartedSession } from "@/lib/access/sessions";
import { openSessionCookie, sealSessionCookie, sessionCookie } from "./session-cookie";

/** Signs this browser in: sets the session cookie for 7 days. For actions only. */
export async function startBrowserSession({ person, refreshToken }: StartedSession): Promise<void> {
  cookies().set(sessionCookie.name, await sealSessionCookie(person, refreshToken), sessionCookie.options);
}

/** Signs this browser out and ends its stored session, so that a copied cookie dies within 15 minutes. */
export async function endBrowserSession(): Promise<void> {
  const claims = await openSessionCookie(cookies().get(sessionCookie.name)?.value);
  if (claims) await revokeSession(claims.sid);
  cookies().delete(sessionCookie.name);
}

/** Writes the person as they are stored now into this browser's cookie; a session that has ended meanwhile is signed out. */
export async function refreshBrowserSession(): Promise<void> {
  const claims = await openSessionCookie(cookies().get(sessionCookie.name)?.value);
  const person = claims && (await findPersonOfSession(claims.sid));
  if (!person) return endBrowserSession();
  cookies().set(sessionCookie.name, await sealSessionCookie(person, claims.refreshToken), sessionCookie.options);
}
