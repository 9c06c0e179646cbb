import { type APIRequestContext, test } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { makeEvent } from "./make-event";
import { readSettings } from "./start-product";
import { tokensOf } from "./tokens";

type Somebody = { email: string; name: string; bearer: string; cookie: string };

const requests = 10_000;
const atOnce = 40;
const url = (target: string) => new URL(target, process.env.TURNOUT_URL);

async function signIn(request: APIRequestContext, nth: number): Promise<Somebody> {
  const email = `attendee${nth + 1}@demo.test`;
  const { accessToken, refreshToken } = await tokensOf(request, email);
  const claims = JSON.parse(Buffer.from(accessToken.split(".")[1] ?? "", "base64url").toString());
  const { AUTH_SECRET: secret = "" } = readSettings(process.env.E2E_RUNNING_DIR ?? "");
  const token = { ...claims, refreshToken, accessExpiresAt: claims.exp * 1000 };
  const sealed = await encode({ token, secret });
  return { email, name: claims.name, bearer: accessToken, cookie: `next-auth.session-token=${sealed}` };
}

test("twenty people and strangers ask ten thousand times, and nobody sees another's bytes", async ({ request }) => {
  test.setTimeout(600_000);
  const event = await makeEvent(request, { capacity: 1_000 });
  const people = await Promise.all(Array.from({ length: 20 }, (_, nth) => signIn(request, nth)));
  const secrets = people.flatMap(({ email, cookie, bearer }) => [email, cookie.slice(-40), bearer.slice(-40)]);
  const pages = ["/events", event.path, "/events?when=past", "/api/events?limit=5", `/api/events/${event.id}`];

  async function askNth(nth: number): Promise<void> {
    const somebody = nth % 3 === 0 ? people[nth % people.length] : undefined;
    // Their own pages are drawn one by one, so only some of what they ask for is a page.
    const target = somebody && nth % 30 !== 0 ? "/api/registrations" : (pages[nth % pages.length] ?? "/");
    const isPage = !target.startsWith("/api/");
    const headers: Record<string, string> = somebody
      ? isPage
        ? { cookie: somebody.cookie }
        : { authorization: `Bearer ${somebody.bearer}` }
      : {};
    const isRegistering = somebody && nth % 7 === 0;
    const answer = isRegistering
      ? await fetch(url("/api/registrations"), {
          ...{
            method: "POST",
            headers: { authorization: `Bearer ${somebody.bearer}`, "content-type": "application/json" },
          },
          body: JSON.stringify({ eventId: event.id }),
        })
      : await fetch(url(target), { headers });
    const body = await answer.text();
    // Plain comparisons: an expect of each of a million would take longer than the requests.
    if (answer.status >= 300) throw new Error(`${target} ${answer.status} ${body.slice(0, 200)}`);
    if (somebody && isPage && !isRegistering && !body.includes(somebody.email))
      throw new Error(`${target} is not theirs`);
    const seen = secrets.filter((secret) => secret !== somebody?.email && body.includes(secret));
    const isSeen = seen.length > 0 || (!somebody && answer.headers.get("set-cookie") !== null);
    if (isSeen) throw new Error(`${target} as ${somebody?.email ?? "a stranger"} shows ${seen}`);
  }

  let next = 0;
  const askOn = async () => {
    for (let nth = next++; nth < requests; nth = next++) await askNth(nth);
  };
  await Promise.all(Array.from({ length: atOnce }, askOn));
});
