import { cookies } from "next/headers";
import { parseBrowserToken } from "@/lib/access/browser-token";
import { type StartedSession, signOutSession } from "@/lib/access/sessions";
import { takeOverClaimed } from "@/lib/registrations/take-over";
import { sessionCookie } from "./session-cookie";

/**
 * Signs this browser in: the session that it had before ends, and what others registered for the address is the person's. For actions and Next's handlers only.
 */
export async function startBrowserSession(started: StartedSession): Promise<void> {
  await endFormerSession();
  cookies().set(sessionCookie.name, started.browserToken, sessionCookie.options);
  await takeOverClaimed(started.person.userId);
}

/** Signs this browser out and ends its stored session: copies of its cookie are worth nothing from now on. */
export async function endBrowserSession(): Promise<void> {
  await endFormerSession();
  // A browser drops a __Host- cookie only when told with all that it was set with.
  cookies().set(sessionCookie.name, "", { ...sessionCookie.options, maxAge: 0 });
}

/** Ends the session that this browser has had until now. */
export async function endFormerSession(): Promise<void> {
  const claim = parseBrowserToken(cookies().get(sessionCookie.name)?.value);
  if (claim) await signOutSession(claim.sessionId);
}
