import { guestCookie } from "@/app/_server/guest-cookie";
import { isHttps } from "@/app/_server/host-cookie";
import { sessionCookie } from "@/app/_server/session-cookie";
import { cookieValue, hasCookie } from "./cookies";

/**
 * The cookie by which scripts know, before they ask, whether somebody is signed in or has
 * registered here as a guest.
 */
export const readerCookieName = "turnout-reader";

const attributes = `; Path=/; SameSite=Lax${isHttps ? "; Secure" : ""}`;
const oneYearSeconds = 365 * 24 * 60 * 60;

/** True when the request names somebody: a session, or registrations of a guest. */
export function namesSomebody(cookies: string | undefined): boolean {
  return hasCookie(cookies, sessionCookie.name) || hasCookie(cookies, guestCookie.name);
}

/**
 * The Set-Cookie that makes the marker say what the request's other cookies say; null when it does
 * already.
 */
export function readerCookieFor(cookies: string | undefined): string | null {
  if (cookies === undefined) return null;
  const marked = cookieValue(cookies, readerCookieName);
  const reader = readerOf(cookies);
  if (marked === reader) return null;
  if (reader === undefined) return `${readerCookieName}=${attributes}; Max-Age=0`;
  return `${readerCookieName}=${reader}${attributes}; Max-Age=${oneYearSeconds}`;
}

function readerOf(cookies: string): "person" | "guest" | undefined {
  if (hasCookie(cookies, sessionCookie.name)) return "person";
  return hasCookie(cookies, guestCookie.name) ? "guest" : undefined;
}
