import type { NextAuthOptions } from "next-auth";
import { type ProviderPerson, providerPerson } from "@/lib/access/provider-claims";
import { providerOf } from "@/lib/access/provider-settings";
import { rotateSession, type StartedSession, sessionSeconds } from "@/lib/access/sessions";
import { signInWithProvider } from "@/lib/access/sign-in-with-provider";
import { now } from "@/lib/platform/clock";
import type { Config } from "@/lib/platform/config";
import { log } from "@/lib/platform/log";
import { oidcProvider } from "./oidc-provider";
import { providerLogger } from "./provider-logger";
import { sessionClaims, sessionClaimsOf, sessionCookie } from "./session-cookie";

/** Has the address proved by a code, and says where one goes on. */
type AskForCode = (said: ProviderPerson, email: string) => Promise<string>;

/**
 * next-auth's part: the organisation's OpenID Connect provider, and the renewal of the cookie through `/api/auth/session`.
 * Codes and passwords sign in by our own actions, which also work without JavaScript and write the same cookie.
 */
export function authOptionsOf(settings: Config, askForCode: AskForCode): NextAuthOptions {
  const provider = providerOf(settings);
  // next-auth hands the same profile first to `signIn`, then to `jwt`.
  const startedFor = new WeakMap<object, StartedSession>();
  return {
    secret: settings.AUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionSeconds },
    cookies: { sessionToken: sessionCookie },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    logger: providerLogger,
    providers: provider ? [oidcProvider(provider, settings)] : [],
    callbacks: {
      async signIn({ profile, account }) {
        try {
          const said = providerPerson.parse(profile);
          const idToken = settings.OIDC_SIGN_OUT ? account?.id_token : undefined;
          const result = await signInWithProvider(said, settings, idToken);
          if (result.outcome === "unproved_mail") return await askForCode(said, result.email);
          if (result.outcome !== "signed_in") return `/sign-in?error=${result.outcome}`;
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
        if (started) return sessionClaimsOf(started.person, started.refreshToken);
        const claims = sessionClaims.parse(token);
        if (claims.accessExpiresAt > now().getTime()) return token;
        const renewed = await rotateSession(claims.refreshToken, { toleratesRace: true });
        return renewed ? sessionClaimsOf(renewed.person, renewed.refreshToken) : {};
      },
      async session({ session, token }) {
        const claims = sessionClaims.safeParse(token);
        const user = claims.success ? { name: claims.data.name, email: claims.data.email } : undefined;
        return { ...session, user };
      },
    },
  };
}
