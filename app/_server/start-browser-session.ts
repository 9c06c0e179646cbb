import { cookies } from "next/headers";
import { parseBrowserToken } from "@/lib/access/browser-token";
import { knownDeviceTokenOf, openKnownDeviceToken } from "@/lib/access/known-device";
import { type StartedSession, signOutSession } from "@/lib/access/sessions";
import { takeOverClaimed } from "@/lib/registrations/take-over";
import { deviceCookie } from "./device-cookie";
import { sessionCookie } from "./session-cookie";

/**
 * Signs this browser in: the session that it had before ends, and what others registered for the
 * address is the person's. For actions and Next's handlers only.
 */
export async function startBrowserSession(started: StartedSession): Promise<void> {
  await takeOverBrowser(started);
  cookies().set(sessionCookie.name, started.browserToken, sessionCookie.options);
  await takeOverClaimed(started.person.userId);
}

/**
 * Ends the session that this browser had, and remembers that this account signs in with it; the
 * cookie is the caller's to set.
 */
export async function takeOverBrowser({ person: { userId } }: StartedSession): Promise<void> {
  await endFormerSession();
  const others = openKnownDeviceToken(cookies().get(deviceCookie.name)?.value).filter((id) => id !== userId);
  cookies().set(deviceCookie.name, knownDeviceTokenOf([userId, ...others]), deviceCookie.options);
}

/**
 * Signs this browser out and ends its stored session: copies of its cookie are worth nothing from
 * now on.
 */
export async function endBrowserSession(): Promise<void> {
  await endFormerSession();
  // A browser drops a __Host- cookie only when told with all that it was set with.
  cookies().set(sessionCookie.name, "", { ...sessionCookie.options, maxAge: 0 });
}

async function endFormerSession(): Promise<void> {
  const claim = parseBrowserToken(cookies().get(sessionCookie.name)?.value);
  if (claim) await signOutSession(claim.sessionId);
}
