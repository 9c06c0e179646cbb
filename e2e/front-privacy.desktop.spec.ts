import { type APIRequestContext, expect, test } from "@playwright/test";
import { makeEvent } from "./make-event";
import { sessionCookieOf, tokensOf } from "./tokens";

type Somebody = { email: string; bearer: string; cookie: string; ticket: string };

const requests = 10_000;
const atOnce = 40;
const url = (target: string) => new URL(target, process.env.TURNOUT_URL);

async function signIn(request: APIRequestContext, nth: number): Promise<Omit<Somebody, "ticket">> {
  const email = `attendee${nth + 1}@demo.test`;
  const [{ accessToken }, cookie] = await Promise.all([tokensOf(request, email), sessionCookieOf(email)]);
  return { email, bearer: accessToken, cookie };
}

/** Registers them over the API and returns the path of their ticket's page. */
async function register({ bearer }: Pick<Somebody, "bearer">, eventId: string): Promise<string> {
  const answer = await fetch(url("/api/registrations"), {
    method: "POST",
    headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json" },
    body: JSON.stringify({ eventId }),
  });
  if (answer.status >= 300) throw new Error(`registering ${answer.status} ${await answer.text()}`);
  return new URL((await answer.json()).pageUrl).pathname;
}

test("twenty people and strangers ask ten thousand times, and nobody sees another's bytes", async ({ request }) => {
  test.setTimeout(600_000);
  const event = await makeEvent(request, { capacity: 1_000 });
  const quiet = await makeEvent(request, { capacity: 1_000 });
  const people = await Promise.all(
    Array.from({ length: 20 }, async (_, nth) => {
      const somebody = await signIn(request, nth);
      return { ...somebody, ticket: await register(somebody, event.id) };
    }),
  );
  const secrets = people.flatMap(({ email, cookie, bearer, ticket }) => [
    email,
    cookie.slice(-40),
    bearer.slice(-40),
    ticket.slice(-40),
  ]);
  const shared = ["/events", event.path, quiet.path, "/events?when=past", "/events?q=spec", "/events?utm_source=x"];
  const data = ["/api/events?limit=5", `/api/events/${event.id}`];
  const seenBy = { people: new Set<string>(), strangers: new Set<string>() };

  /** What the target says to them; throws when it says what only somebody else may see. */
  async function ask(target: string, headers: Record<string, string>, owner?: Somebody): Promise<string> {
    const answer = await fetch(url(target), { headers });
    const body = await answer.text();
    // Plain comparisons: an expect of each of a million would take longer than the requests.
    if (answer.status >= 300) throw new Error(`${target} ${answer.status} ${body.slice(0, 200)}`);
    const foreign = secrets.filter((secret) => body.includes(secret) && !isOf(owner, secret));
    if (foreign.length > 0) throw new Error(`${target} as ${owner?.email ?? "anybody"} shows ${foreign}`);
    const isPrivate = answer.headers.get("cache-control")?.includes("no-store") ?? false;
    if (isPrivate !== Boolean(owner) && !target.startsWith("/api/"))
      throw new Error(`${target} may be kept: ${answer.headers.get("cache-control")}`);
    return body;
  }

  async function askNth(nth: number): Promise<void> {
    const somebody = people[Math.floor(nth / 3) % people.length] as Somebody;
    const target = shared[Math.floor(nth / 2) % shared.length] ?? "/";
    if (nth % 2 === 0) {
      const body = await ask(target, {});
      if (target === quiet.path) seenBy.strangers.add(body);
    } else if (nth % 50 === 1) {
      // Their own pages are drawn one by one, so only some of what they ask for is one.
      const isList = nth % 100 === 1;
      const own = isList ? "/registrations" : somebody.ticket;
      const body = await ask(own, { cookie: somebody.cookie }, somebody);
      if (isList && !body.includes(somebody.ticket)) throw new Error(`${own} is not theirs`);
    } else if (nth % 50 === 3) {
      await ask(`${event.path}?me=1`, { cookie: somebody.cookie }, somebody);
    } else if (nth % 7 === 0) {
      await register(somebody, event.id);
      await ask("/api/registrations", { authorization: `Bearer ${somebody.bearer}` }, somebody);
    } else if (nth % 7 === 1) {
      await ask(data[Math.floor(nth / 7) % data.length] ?? "/", { authorization: `Bearer ${somebody.bearer}` });
    } else {
      const body = await ask(target, { cookie: `${somebody.cookie}; turnout-reader=person` });
      if (target === quiet.path) seenBy.people.add(body);
    }
  }

  let next = 0;
  const askOn = async () => {
    for (let nth = next++; nth < requests; nth = next++) await askNth(nth);
  };
  await Promise.all(Array.from({ length: atOnce }, askOn));
  expect(seenBy.people.size).toBeGreaterThan(0);
  expect([...seenBy.people].filter((body) => !seenBy.strangers.has(body))).toEqual([]);
});

function isOf(somebody: Somebody | undefined, secret: string): boolean {
  if (!somebody) return false;
  return [somebody.email, somebody.cookie, somebody.bearer, somebody.ticket].some((own) => own.endsWith(secret));
}
