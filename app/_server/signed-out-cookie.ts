import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { config } from "@/lib/platform/config";

const maxAge = 60;
const signedOut = z.object({ sessionId: z.uuid() });

/**
 * Names for a minute the session that was just signed out of, so that the provider can be told
 * which.
 */
export const signedOutCookie = {
  name: "signed-out",
  options: () =>
    ({
      httpOnly: true,
      sameSite: "lax",
      path: "/sign-out",
      secure: config().APP_URL.startsWith("https:"),
      maxAge,
    }) as const,
};

/** The sealed value of the cookie. */
export function sealSignedOut(sessionId: string): Promise<string> {
  return encode({ token: { sessionId }, secret: config().AUTH_SECRET, salt: signedOutCookie.name, maxAge });
}

/** The session that a genuine cookie names, or null. */
export async function openSignedOut(token: string | undefined): Promise<string | null> {
  const sealing = { secret: config().AUTH_SECRET, salt: signedOutCookie.name };
  const opened = token ? await decode({ token, ...sealing }).catch(() => null) : null;
  return signedOut.safeParse(opened).data?.sessionId ?? null;
}
