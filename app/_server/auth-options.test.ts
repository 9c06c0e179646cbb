import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth from "next-auth";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Person } from "@/lib/access/actor";
import { findPersonOfBrowser } from "@/lib/access/browser-session";
import { noCaller } from "@/lib/access/caller";
import { disablePerson } from "@/lib/access/disable-person";
import { findIdToken } from "@/lib/access/find-id-token";
import { grantRole } from "@/lib/access/grant-role";
import type { ProviderPerson } from "@/lib/access/provider-claims";
import { unlinkProvider } from "@/lib/access/unlink-provider";
import { childEnvironment, readConfig } from "@/lib/platform/config";
import { newId } from "@/lib/platform/id";
import { findStoredPerson } from "@/lib/testing/find-stored-person";
import { makePerson } from "@/lib/testing/make-person";
import { type OidcPerson, startOidc } from "@/lib/testing/start-oidc";
import { authOptionsOf } from "./auth-options";
import { providerSignOutUrl } from "./provider-sign-out";
import { sessionCookie } from "./session-cookie";

const appUrl = "http://localhost:3000";
vi.stubEnv("NEXTAUTH_URL", appUrl);
const claims = ["department", "groups", "realm_access"];
const oidc = await startOidc(appUrl, { claims });
afterAll(() => oidc.stop());

beforeEach(() => Object.assign(oidc, { person: { sub: "nobody" }, lie: null, refusal: null, delayMs: 0 }));

type Settings = Record<string, string>;
type Ended = { location: string; person: Person | null; asked: ProviderPerson | null };

function configOf(settings: Settings) {
  const given = { OIDC_ISSUER: oidc.issuer, OIDC_CLIENT_ID: oidc.clientId, OIDC_CLIENT_SECRET: oidc.clientSecret };
  return readConfig(childEnvironment({ ...given, ...settings }));
}

/** What a browser does from the button to the page on which it lands. */
async function signIn(person: OidcPerson | null, settings: Settings = {}, tamper: (url: URL) => void = () => {}) {
  if (person) oidc.person = person;
  const jar = new Map<string, string>();
  const ended: Ended = { location: "", person: null, asked: null };
  const options = authOptionsOf(
    configOf(settings),
    async (said) => {
      ended.asked = said;
      return "/sign-in?step=code";
    },
    { caller: noCaller, takeOverBrowser: async () => {} },
  );
  const call = async (method: string, nextauth: string[], query: Settings = {}, body: Settings = {}) => {
    const answer = { location: "", body: {} as Record<string, unknown>, cookies: [] as string[] };
    const response = {
      status: () => response,
      setHeader: (name: string, value: string | string[]) => {
        if (name === "Set-Cookie") answer.cookies = [value].flat();
        if (name === "Location") answer.location = String(value);
        return response;
      },
      getHeader: (name: string) => (name === "Set-Cookie" ? answer.cookies : undefined),
      end: () => {},
      json: () => {},
      send: (sent: Record<string, unknown>) => Object.assign(answer.body, sent),
    };
    const request = { method, query: { nextauth, ...query }, body, headers: {}, cookies: Object.fromEntries(jar) };
    await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options);
    keep(jar, answer.cookies);
    return answer;
  };
  const { csrfToken } = (await call("GET", ["csrf"])).body;
  const begun = await call("POST", ["signin", "oidc"], {}, { csrfToken: String(csrfToken), callbackUrl: "/profile" });
  ended.location = begun.location;
  if (begun.location.startsWith(oidc.issuer)) {
    const back = await passThroughProvider(begun.location);
    tamper(back);
    ended.location = (await call("GET", ["callback", "oidc"], Object.fromEntries(back.searchParams))).location;
  }
  ended.person = await findPersonOfBrowser(jar.get(sessionCookie.name));
  return ended;
}

async function passThroughProvider(url: string): Promise<URL> {
  const jar = new Map<string, string>();
  let next = url;
  while (!next.startsWith(appUrl)) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(next, { redirect: "manual", headers: { cookie } });
    keep(jar, answer.headers.getSetCookie());
    const location = answer.headers.get("location");
    if (!location) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`);
    next = new URL(location, next).href;
  }
  return new URL(next);
}

function keep(jar: Map<string, string>, cookies: string[]): void {
  for (const cookie of cookies) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (value === "") jar.delete(name);
    else jar.set(name, decodeURIComponent(value));
  }
}

const admins: Person[] = [];
const anAddress = () => `${newId()}@example.org`;
const verified = (email: string, more = {}): OidcPerson => ({ sub: newId(), email, email_verified: true, ...more });
describe("signing in with the organisation's provider", () => {
  it("makes a person of a new identity, and knows them again by it alone", async () => {
    const said = verified(anAddress(), { name: "Grace Hopper", department: "Physics" });
    const first = await signIn(said);
    expect(first.location).toBe(`${appUrl}/profile`);
    expect(first.person).toMatchObject({ email: said.email, name: "Grace Hopper", role: "attendee" });
    const stored = await findStoredPerson(String(said.email));
    expect(stored).toMatchObject({ department: "Physics", departmentSource: "directory" });
    expect(stored?.emailVerifiedAt).toBeInstanceOf(Date);
    expect((await signIn({ sub: said.sub, name: "Grace Murray" })).person).toMatchObject({
      userId: first.person?.userId,
      name: "Grace Murray",
    });
  });

  it("counts as a proof and as the second factor, which are the provider's business", async () => {
    const email = anAddress();
    await signIn(verified(email));
    const [session] = (await findStoredPerson(email))?.openSessions ?? [];
    expect(session?.provedAt).toBeInstanceOf(Date);
    expect(session?.secondFactorAt).toBeInstanceOf(Date);
    expect(session?.idToken).toBeNull();
  });

  it("leads a proved address to the account that has it", async () => {
    const known = await makePerson({ role: "organizer" });
    expect((await signIn(verified(known.email))).person).toMatchObject({ userId: known.userId, role: "organizer" });
  });

  it("never leads an address that is not called verified to anybody's account, but asks for a code", async () => {
    for (const isVerified of [undefined, false, "true"]) {
      const admin = await makePerson({ role: "admin" });
      admins.push(admin);
      const openSessions = async () => (await findStoredPerson(admin.email))?.openSessions.length;
      const before = await openSessions();
      const ended = await signIn({ sub: newId(), email: admin.email, email_verified: isVerified });
      expect(ended).toMatchObject({ location: "/sign-in?step=code", person: null, asked: { email: admin.email } });
      expect(await openSessions()).toBe(before);
    }
  });

  it("takes an address that the provider says nothing about where the operator trusts it, and none called unverified", async () => {
    const [one, other] = [await makePerson(), await makePerson()];
    const trusting = { OIDC_TRUSTS_EMAIL: "1" };
    expect((await signIn({ sub: newId(), email: one.email }, trusting)).person?.userId).toBe(one.userId);
    const refused = await signIn({ sub: newId(), email: other.email, email_verified: false }, trusting);
    expect(refused.person).toBeNull();
  });

  it("never lets a second identity into an account by its address", async () => {
    const email = anAddress();
    await signIn(verified(email));
    const second = await signIn(verified(email));
    expect(second).toMatchObject({ location: "/sign-in?error=other_identity", person: null });
    const stored = await findStoredPerson(email);
    expect(stored?.identities).toHaveLength(1);
    expect(await unlinkProvider(null, { userId: stored?.id ?? "" })).toBe(1);
    expect((await signIn(verified(email))).person?.userId).toBe(stored?.id);
  });

  it("says so when a new identity comes without an address", async () => {
    const answer = await signIn({ sub: newId(), name: "Nameless" });
    expect(answer).toMatchObject({ location: "/sign-in?error=no_mail", person: null });
  });

  it("opens no session for somebody whose account is disabled", async () => {
    const said = verified(anAddress());
    const { person } = await signIn(said);
    await disablePerson(null, { userId: person?.userId ?? "" });
    expect(await signIn(said)).toMatchObject({ location: "/sign-in?error=disabled", person: null });
  });

  it("follows the directory: name, department, and an address that is proved and free", async () => {
    const said = verified(anAddress(), { name: "Ada", department: "Physics" });
    const { person } = await signIn(said);
    const moved = anAddress();
    await signIn({ ...said, email: moved, name: "Ada King", department: "Law" });
    const ofDirectory = { id: person?.userId, name: "Ada King", department: "Law" };
    expect(await findStoredPerson(moved)).toMatchObject(ofDirectory);
    const taken = await makePerson();
    for (const other of [
      { email: taken.email, email_verified: true },
      { email: anAddress(), email_verified: false },
    ])
      await signIn({ sub: said.sub, ...other });
    const forgotten = { id: person?.userId, department: null, departmentSource: "self" };
    expect(await findStoredPerson(moved)).toMatchObject(forgotten);
  });
});

describe("roles from the directory", () => {
  const settings = { OIDC_ROLE_CLAIM: "groups", OIDC_ADMIN_VALUES: "it", OIDC_ORGANIZER_VALUES: "events, hr" };
  const roleOf = async (said: OidcPerson, given: Settings = settings) => (await signIn(said, given)).person?.role;

  it("are given and taken at each sign-in, by a string or a list, also within another claim", async () => {
    admins.push(await makePerson({ role: "admin" }));
    const said = verified(anAddress());
    expect(await roleOf({ ...said, groups: ["everybody", "hr"] })).toBe("organizer");
    expect(await roleOf({ ...said, groups: "it" })).toBe("admin");
    expect(await roleOf(said)).toBe("attendee");
    const nested = { ...settings, OIDC_ROLE_CLAIM: "realm_access.roles" };
    expect(await roleOf({ ...said, realm_access: { roles: ["events"] } }, nested)).toBe("organizer");
  });

  it("leave alone the roles that no values are named for, and all where no claim is", async () => {
    const organizer = await makePerson({ role: "organizer" });
    const said = verified(organizer.email);
    expect(await roleOf(said, {})).toBe("organizer");
    expect(await roleOf(said, { OIDC_ROLE_CLAIM: "groups", OIDC_ADMIN_VALUES: "it" })).toBe("organizer");
  });

  it("never take the last administrator away", async () => {
    const admin = await makePerson({ role: "admin" });
    for (const { userId } of admins) await grantRole(null, { userId, role: "attendee" });
    expect(await roleOf(verified(admin.email))).toBe("admin");
  });
});

describe("a provider that is down, slow or lies", () => {
  const refusedBy = async (lie: typeof oidc.lie, person = verified(anAddress())) => {
    oidc.lie = lie;
    const { location, person: signedIn } = await signIn(person);
    expect(signedIn).toBeNull();
    expect(await findStoredPerson(String(person.email))).toBeNull();
    return new URL(location).searchParams.get("error");
  };
  const longAgo = Math.floor(Date.now() / 1000) - 3_600;

  it.each([
    ["another issuer", { claims: { iss: "https://evil.example" } }],
    ["another audience", { claims: { aud: "somebody-else" } }],
    ["another nonce", { claims: { nonce: "guessed" } }],
    ["no nonce", { claims: { nonce: undefined } }],
    ["an hour that is over", { claims: { iat: longAgo - 600, exp: longAgo } }],
    ["another subject than the UserInfo endpoint", { claims: { sub: "somebody-else" } }],
    ["a key that it does not publish", { signedBy: "a stranger" as const }],
    ["no signature", { signedBy: "nobody" as const }],
  ])("signs nobody in with an ID token of %s", async (_what, lie) => {
    expect(await refusedBy(lie)).toBe("OAuthCallback");
  });

  it("signs nobody in who brings another browser's answer", async () => {
    const answer = await signIn(verified(anAddress()), {}, (url) => url.searchParams.set("state", "of-somebody-else"));
    expect(answer.person).toBeNull();
  });

  it("signs nobody in when it refuses", async () => {
    oidc.refusal = "access_denied";
    expect((await signIn(verified(anAddress()))).person).toBeNull();
  });

  it("gives up on one that does not answer", async () => {
    oidc.delayMs = 7_000;
    expect(await refusedBy(null)).toBe("OAuthCallback");
  }, 20_000);

  it("says that one that is away can't be reached", async () => {
    const { location, person } = await signIn(verified(anAddress()), { OIDC_ISSUER: "http://127.0.0.1:9" });
    expect([new URL(location).searchParams.get("error"), person]).toEqual(["OAuthSignin", null]);
  });
});

describe("signing out at the provider", () => {
  it("names the session there by the ID token that was kept for it, where the operator wants that", async () => {
    const email = anAddress();
    await signIn(verified(email), { OIDC_SIGN_OUT: "1" });
    const [session] = (await findStoredPerson(email))?.openSessions ?? [];
    const idToken = (session && (await findIdToken(session.id))) ?? "";
    const url = new URL((await providerSignOutUrl(configOf({ OIDC_SIGN_OUT: "1" }), idToken)) ?? "");
    expect(url.href.startsWith(oidc.issuer)).toBe(true);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      id_token_hint: idToken,
      client_id: oidc.clientId,
      post_logout_redirect_uri: `${appUrl}/events`,
    });
    expect((await fetch(url)).status).toBe(200);
  });

  it("is left out when the provider is away", async () => {
    expect(await providerSignOutUrl(configOf({ OIDC_ISSUER: "http://127.0.0.1:9" }), "x")).toBeNull();
  });
});
