import type { Actor } from "@/lib/access/actor";
import { parseAttendeeToken } from "@/lib/access/attendee-token";
import type { RegisterOutcome } from "@/lib/registrations/register";
import { hostCookie, setHostCookie } from "./host-cookie";

const mostRemembered = 10;
const tokenLength = 64;

/**
 * The cookie with the attendee tokens of the latest registrations that a guest made in this
 * browser.
 */
export const guestCookie = hostCookie("turnout-guest", 180 * 24 * 60 * 60);

/**
 * The tokens in the cookie's value, the latest first, at most ten; not verified. What is no token
 * is left out.
 */
export function readGuestTokens(value: string | undefined): string[] {
  const parts = (value ?? "").slice(0, mostRemembered * (tokenLength + 1)).split(".");
  return parts.filter((part) => parseAttendeeToken(part) !== null);
}

/**
 * The cookie's value with the registration that a guest has just made; null where there is nothing
 * to remember.
 */
export function withGuestRegistration(
  value: string | undefined,
  actor: Actor,
  outcome: RegisterOutcome,
): string | null {
  if (actor.kind === "person" || outcome.outcome !== "registered") return null;
  const { id, pageUrl } = outcome.registration;
  const others = readGuestTokens(value).filter((token) => parseAttendeeToken(token)?.registrationId !== id);
  return [pageUrl.slice(-tokenLength), ...others].slice(0, mostRemembered).join(".");
}

/** The cookie as a route handler's answer sets it. */
export function setGuestCookie(value: string): string {
  return setHostCookie(guestCookie, value);
}
