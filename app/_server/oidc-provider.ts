import type { Profile } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { lacksClaims, type ProviderPerson, providerPersonOf } from "@/lib/access/provider-claims";
import type { Provider } from "@/lib/access/provider-settings";
import type { Config } from "@/lib/platform/config";

// A provider that takes longer is down for whoever waits.
const patienceMs = 5_000;

/**
 * The organisation's provider as next-auth asks it (OpenID Connect Core 1.0, code flow with PKCE,
 * state and nonce). The ID token must be signed by the one algorithm of the settings; what it
 * leaves out is asked of the UserInfo endpoint.
 */
export function oidcProvider(provider: Provider, settings: Config): OAuthConfig<Profile> {
  const { issuer, clientId, clientSecret, name } = provider;
  return {
    id: "oidc",
    name,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    client: { id_token_signed_response_alg: settings.OIDC_SIGNING_ALG },
    authorization: { params: { scope: settings.OIDC_SCOPE } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    httpOptions: { timeout: patienceMs },
    userinfo: {
      async request({ client, tokens }) {
        // next-auth's types say less than it hands over.
        const tokenSet = tokens as Exclude<Parameters<typeof client.userinfo>[0], string>;
        const idToken = tokenSet.claims();
        if (!isSameIssuer(idToken.iss, issuer)) throw new Error("the ID token is another issuer's");
        const asksMore = client.issuer.metadata.userinfo_endpoint && lacksClaims(idToken, settings);
        const userInfo = asksMore ? await client.userinfo(tokenSet) : {};
        return providerPersonOf(idToken, userInfo, settings) as Profile;
      },
    },
    profile: (profile) => {
      const { subject, name, email } = profile as unknown as ProviderPerson;
      return { id: subject, name, email };
    },
  };
}

function isSameIssuer(one: string, other: string): boolean {
  return one.replace(/\/$/, "") === other.replace(/\/$/, "");
}
