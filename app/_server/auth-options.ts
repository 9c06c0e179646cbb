import type { NextAuthOptions } from "next-auth";
import { z } from "zod";
import { findPersonOfBrowser } from "@/lib/access/browser-session";
import { parseBrowserToken } from "@/lib/access/browser-token";
import type { Caller } from "@/lib/access/caller";
import { type ProviderPerson, providerPerson } from "@/lib/access/provider-claims";
import { providerOf } from "@/lib/access/provider-settings";
import { type StartedSession, sessionSeconds, signOutSession } from "@/lib/access/sessions";
import { signInWithProvider } from "@/lib/access/sign-in-with-provider";
import type { Config } from "@/lib/platform/config";
import { log } from "@/lib/platform/log";
import { takeOverClaimed } from "@/lib/registrations/take-over";
import { oidcProvider } from "./oidc-provider";
import { providerLogger } from "./provider-logger";
import { sessionCookie } from "./session-cookie";

/** Has the address proved by a code, and says where one goes on. */
type AskForCode = (said: ProviderPerson, email: string) => Promise<string>;

/** The browser that signs in: where it calls from, and what else happens there. */
type Browser = { caller: Caller; takeOverBrowser: (started: StartedSession) => Promise<void> };

const sessionToken = z.object({ browserToken: z.string() });

/**
 * next-auth's part: the organisation's OpenID Connect provider, and its own sign-out. The cookie is
 * the one of all our sessions, which the front renews. Codes and passwords sign in by our own
 * actions, which also work without JavaScript.
 */
export function authOptionsOf(settings: Config, askForCode: AskForCode, browser: Browser): NextAuthOptions {
  const provider = providerOf(settings);
  // next-auth hands the same profile first to `signIn`, then to `jwt`.
  const startedFor = new WeakMap<object, StartedSession>();
  return {
    secret: settings.AUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionSeconds },
    cookies: { sessionToken: sessionCookie },
    jwt: {
      encode: async ({ token }) => browserTokenIn(token) ?? "",
      decode: async ({ token }) => (token && parseBrowserToken(token) ? { browserToken: token } : null),
    },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    logger: providerLogger,
    providers: provider ? [oidcProvider(provider, settings)] : [],
    callbacks: {
      async signIn({ profile, account }) {
        try {
          const said = providerPerson.parse(profile);
          const idToken = settings.OIDC_SIGN_OUT ? account?.id_token : undefined;
          const result = await signInWithProvider(said, settings, { caller: browser.caller, idToken });
          if (result.outcome === "unproved_mail") return await askForCode(said, result.email);
          if (result.outcome !== "signed_in") return `/sign-in?error=${result.outcome}`;
          await browser.takeOverBrowser(result.started);
          if (profile) startedFor.set(profile, result.started);
          return true;
        } catch (error) {
          // next-auth would put its message into an address.
          log.error({ err: error }, "signing in with the provider failed here");
          return "/sign-in?error=unavailable";
        }
      },
      async jwt({ token, profile }) {
        const started = profile && startedFor.get(profile);
        if (!started) return token;
        await takeOverClaimed(started.person.userId);
        return { browserToken: started.browserToken };
      },
      async session({ session, token }) {
        const person = await findPersonOfBrowser(browserTokenIn(token));
        return { ...session, user: person ? { name: person.name, email: person.email } : undefined };
      },
    },
    events: {
      async signOut({ token }) {
        const claim = parseBrowserToken(browserTokenIn(token));
        if (claim) await signOutSession(claim.sessionId);
      },
    },
  };
}

function browserTokenIn(token: unknown): string | undefined {
  return sessionToken.safeParse(token).data?.browserToken;
}
