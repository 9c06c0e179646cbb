import type { NextAuthOptions } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { rotateSession, sessionSeconds } from "@/lib/access/sessions";
import { signInWithProvider } from "@/lib/access/sign-in-with-provider";
import { now } from "@/lib/platform/clock";
import { config } from "@/lib/platform/config";
import { sessionClaims, sessionClaimsOf, sessionCookie } from "./session-cookie";

const providerProfile = z.object({
  sub: z.string(),
  email: z.email(),
  email_verified: z.boolean().optional(),
  name: z.string().optional(),
  department: z.string().optional(),
});

/**
 * next-auth's part: the organisation's OpenID Connect provider, and the renewal of the cookie through `/api/auth/session`.
 * Codes and passwords sign in by our own actions, which also work without JavaScript and write the same cookie.
 */
export const authOptions: NextAuthOptions = {
  secret: config().AUTH_SECRET,
  session: { strategy: "jwt", maxAge: sessionSeconds },
  cookies: { sessionToken: sessionCookie },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: oidcProviders(),
  callbacks: {
    async jwt({ token, profile }) {
      if (profile) {
        const { email, name, department } = providerProfile.parse(profile);
        const started = await signInWithProvider({ email, name: name ?? email, department });
        return sessionClaimsOf(started.person, started.refreshToken);
      }
      const claims = sessionClaims.parse(token);
      if (claims.accessExpiresAt > now().getTime()) return token;
      const renewed = await rotateSession(claims.refreshToken, { toleratesRace: true });
      return renewed ? sessionClaimsOf(renewed.person, renewed.refreshToken) : {};
    },
    async signIn({ profile }) {
      const parsed = providerProfile.safeParse(profile);
      return parsed.success && parsed.data.email_verified !== false;
    },
    async session({ session, token }) {
      const claims = sessionClaims.safeParse(token);
      const user = claims.success ? { name: claims.data.name, email: claims.data.email } : undefined;
      return { ...session, user };
    },
  },
};

function oidcProviders(): OAuthConfig<z.infer<typeof providerProfile>>[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = config();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return [];
  return [
    {
      id: "oidc",
      name: OIDC_NAME,
      type: "oauth",
      wellKnown: `${OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: "openid email profile" } },
      idToken: true,
      checks: ["pkce", "state"],
      profile: (profile) => ({ id: profile.sub, name: profile.name ?? profile.email, email: profile.email }),
    },
  ];
}
