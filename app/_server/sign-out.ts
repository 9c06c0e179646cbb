"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { parseBrowserToken } from "@/lib/access/browser-token";
import { findIdToken } from "@/lib/access/find-id-token";
import { config } from "@/lib/platform/config";
import { sessionCookie } from "./session-cookie";
import { sealSignedOut, signedOutCookie } from "./signed-out-cookie";
import { endBrowserSession } from "./start-browser-session";

/**
 * Ends this browser's session and shows the events, by way of the provider where it is to sign out
 * too.
 */
export async function signOut(): Promise<void> {
  const claim = parseBrowserToken(cookies().get(sessionCookie.name)?.value);
  await endBrowserSession();
  if (!claim || !config().OIDC_SIGN_OUT || !(await findIdToken(claim.sessionId))) redirect("/events");
  cookies().set(signedOutCookie.name, await sealSignedOut(claim.sessionId), signedOutCookie.options());
  redirect("/sign-out");
}
