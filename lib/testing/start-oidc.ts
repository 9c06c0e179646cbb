import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { decodeJwt, exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import Provider, { type Configuration } from "oidc-provider";

/** What the provider says of whoever signs in next; `sub` is who they are there. */
export type OidcPerson = { sub: string } & Record<string, unknown>;

/** How the ID token of the next sign-in is forged: other claims, another signature. */
export type OidcLie = { claims?: JWTPayload; signedBy?: "itself" | "a stranger" | "nobody" };

export type OidcServer = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who signs in from now on. */
  person: OidcPerson;
  /** Set: the next ID tokens are forged so. */
  lie: OidcLie | null;
  /** Set: the provider answers with this refusal instead of signing anybody in. */
  refusal: string | null;
  /** How long the token endpoint waits before it answers. */
  delayMs: number;
  stop: () => Promise<void>;
};

/**
 * A certified OpenID provider (npm `oidc-provider`) on a port of its own, which signs in whomever
 * the test names without asking. Like most it keeps profile claims for its UserInfo endpoint.
 */
export async function startOidc(
  appUrl: string,
  settings: { claims?: string[]; port?: number } = {},
): Promise<OidcServer> {
  const http = createServer();
  // Next writes "localhost" for a loopback address in what it is asked, the issuer of an answer
  // too.
  http.listen(settings.port ?? 0, "localhost");
  await once(http, "listening");
  const issuer = `http://localhost:${(http.address() as AddressInfo).port}`;
  const [own, foreign] = [await generateKeyPair("RS256", { extractable: true }), await generateKeyPair("RS256")];
  const keyId = "of-the-provider";
  const client = { clientId: "turnout", clientSecret: "secret-of-turnout" };
  const server: OidcServer = {
    issuer,
    clientId: client.clientId,
    clientSecret: client.clientSecret,
    person: { sub: "nobody" },
    lie: null,
    refusal: null,
    delayMs: 0,
    stop: async () => {
      http.closeAllConnections();
      http.close();
    },
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [`${appUrl}/api/auth/callback/oidc`],
        post_logout_redirect_uris: [`${appUrl}/events`],
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(own.privateKey)), kid: keyId, use: "sig", alg: "RS256" }] },
    claims: { openid: ["sub", ...(settings.claims ?? [])], email: ["email", "email_verified"], profile: ["name"] },
    findAccount: async (_context, accountId) => ({ accountId, claims: async () => ({ ...server.person }) }),
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ["a-key-of-tests"] },
    ttl: { Session: 600, Interaction: 600, Grant: 600, IdToken: 600, AccessToken: 600 },
  } satisfies Configuration);
  provider.use(async (context, next) => {
    if (context.path.startsWith("/interaction/")) return answerForPerson(provider, server, context);
    await next();
    if (context.path !== "/token") return;
    await new Promise((resolve) => setTimeout(resolve, server.delayMs));
    const body = context.body as { id_token?: string } | undefined;
    if (server.lie && body?.id_token) {
      const key = server.lie.signedBy === "a stranger" ? foreign.privateKey : own.privateKey;
      body.id_token = await forged(body.id_token, server.lie, key, keyId);
    }
  });
  http.on("request", provider.callback());
  return server;
}

type Exchange = { req: IncomingMessage; res: ServerResponse };

/** What a person's presses would do: signs in whoever is named, and consents. */
async function answerForPerson(provider: Provider, server: OidcServer, { req, res }: Exchange): Promise<void> {
  if (server.refusal) return provider.interactionFinished(req, res, { error: server.refusal });
  const grant = new provider.Grant({ accountId: server.person.sub, clientId: server.clientId });
  grant.addOIDCScope("openid email profile");
  const grantId = await grant.save();
  await provider.interactionFinished(req, res, { login: { accountId: server.person.sub }, consent: { grantId } });
}

async function forged(idToken: string, lie: OidcLie, key: CryptoKey, keyId: string): Promise<string> {
  const claims = { ...decodeJwt(idToken), ...lie.claims };
  if (lie.signedBy === "nobody") return new UnsecuredJWT(claims).encode();
  return new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: keyId }).sign(key);
}
