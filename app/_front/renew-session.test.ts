import { type IncomingHttpHeaders, IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { sessionCookie } from "@/app/_server/session-cookie";
import { findPersonOfBrowser } from "@/lib/access/browser-session";
import { type StartedSession, signOutSession, startSession } from "@/lib/access/sessions";
import { now, setClock } from "@/lib/platform/clock";
import { makePerson } from "@/lib/testing/make-person";
import type { Work } from "./admission";
import type { Exchange } from "./exchange";
import { renewSession } from "./renew-session";

afterEach(() => setClock(null));

async function anHourAgo(): Promise<StartedSession> {
  setClock(new Date(now().getTime() - 3_600_000));
  const started = await startSession((await makePerson()).userId, { method: "code" });
  setClock(null);
  return started;
}

type Asked = { path?: string; work?: Work; headers?: IncomingHttpHeaders; said?: OutgoingHttpHeaders };

/** What reaches the handler of a request with this cookie, and what its answer sets. */
async function pass(token: string, { path = "/manage", work = "page", headers = {}, said = {} }: Asked = {}) {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { url: path, method: "GET" });
  Object.assign(request.headers, { cookie: `theme=dark; ${sessionCookie.name}=${token}`, ...headers });
  const response = new ServerResponse(request);
  await new Promise<void>((resolve) => {
    renewSession({ request, response, work, path } as Exchange, resolve);
  });
  response.writeHead(200, said);
  const set = response.getHeader("Set-Cookie") ?? said["Set-Cookie"] ?? [];
  const seen = /session-token=([^;]*)/.exec(request.headers.cookie ?? "")?.[1] ?? "";
  return { seen, set: [set].flat().map(String) };
}

test("a session whose quarter of an hour is over goes on with its successor, which the answer sets", async () => {
  const { browserToken, person } = await anHourAgo();
  const { seen, set } = await pass(browserToken);
  expect(seen).not.toBe(browserToken);
  expect(await findPersonOfBrowser(seen)).toMatchObject({ userId: person.userId });
  expect(set).toEqual([`${sessionCookie.name}=${seen}; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax`]);
  expect(await pass(seen)).toEqual({ seen, set: [] });
});

test("two tabs get the same successor", async () => {
  const { browserToken } = await anHourAgo();
  const [one, two] = await Promise.all([pass(browserToken), pass(browserToken, { path: "/api/me", work: "api" })]);
  expect(one.seen).toBe(two.seen);
});

test("other cookies of the answer stay, and one that signs in or out has its way", async () => {
  const { browserToken } = await anHourAgo();
  const { seen, set } = await pass(browserToken, { said: { "Set-Cookie": ["theme=light"] } });
  expect(set).toEqual(["theme=light", expect.stringContaining(seen)]);
  const gone = `${sessionCookie.name}=; Path=/; Max-Age=0`;
  expect((await pass((await anHourAgo()).browserToken, { said: { "Set-Cookie": gone } })).set).toEqual([gone]);
});

test("a session that has ended is dropped by the browser", async () => {
  const { browserToken, person } = await anHourAgo();
  await signOutSession(person.sessionId);
  const { seen, set } = await pass(browserToken);
  expect([seen, set]).toEqual(["", [expect.stringContaining(`${sessionCookie.name}=; Path=/; Max-Age=0`)]]);
});

test("pages that everybody gets, scans, and calls by a token renew nothing", async () => {
  const { browserToken } = await anHourAgo();
  const kept = { seen: browserToken, set: [] };
  expect(await pass(browserToken, { path: "/events" })).toEqual(kept);
  expect(await pass(browserToken, { path: "/api/checkin", work: "checkin" })).toEqual(kept);
  expect(await pass(browserToken, { path: "/api/me", work: "api", headers: { authorization: "Bearer x" } })).toEqual(
    kept,
  );
});

test("what is no cookie of ours is left as it is", async () => {
  expect(await pass("nonsense")).toEqual({ seen: "nonsense", set: [] });
});
