import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { issueAccessToken } from "@/lib/access/access-token";
import { type StartedSession, startSession } from "@/lib/access/sessions";
import { AppError } from "@/lib/platform/errors";
import { makePerson } from "@/lib/testing/make-person";
import { anyPerson, everyone } from "./access";
import { json } from "./answer";
import { route } from "./api-route";
import { sessionCookie } from "./session-cookie";

const site = "http://localhost:3000";
const greet = route(
  { access: everyone, limit: "read", body: z.object({ name: z.string() }) },
  async ({ body, actor }) => json({ name: body.name, kind: actor.kind }),
);
const mine = route({ access: anyPerson, limit: "read" }, async ({ scope }) => json({ userId: scope.userId }));

let session: StartedSession;
let cookie: string;

beforeAll(async () => {
  const { userId } = await makePerson();
  session = await startSession(userId, { method: "code" });
  cookie = `${sessionCookie.name}=${session.browserToken}`;
});

function post(body: string, headers: Record<string, string> = {}): Request {
  return new Request(`${site}/api/greet`, {
    method: "POST",
    body,
    headers: { "Content-Type": "application/json", ...headers },
  });
}

describe("a route", () => {
  it("hands the parsed body on and answers with a request id and the limits", async () => {
    const answer = await greet(post('{"name":"Ada"}', { "x-request-id": "from-the-guard" }));
    expect(await answer.json()).toEqual({ name: "Ada", kind: "anonymous" });
    expect(answer.headers.get("x-request-id")).toBe("from-the-guard");
    expect(Number(answer.headers.get("ratelimit-remaining"))).toBeLessThan(
      Number(answer.headers.get("ratelimit-limit")),
    );
  });

  it.each([
    ["{", { "Content-Type": "application/json" }, 400, "malformed"],
    ["name=Ada", { "Content-Type": "text/plain" }, 415, "unsupported_media_type"],
    ['{"name":1}', {}, 422, "invalid_input"],
    [`{"name":"${"x".repeat(1_000_001)}"}`, {}, 413, "payload_too_large"],
    ['{"name":"Ada"}', { Authorization: "Bearer nonsense" }, 401, "unauthenticated"],
  ])("refuses %.12s with a problem document", async (body, headers, status, code) => {
    const answer = await greet(post(body, headers));
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({ status, code, requestId: answer.headers.get("x-request-id") });
  });

  it("knows its person by bearer token and by cookie", async () => {
    const Authorization = `Bearer ${await issueAccessToken(session.person)}`;
    for (const headers of [{ Authorization }, { cookie }] as Record<string, string>[]) {
      const answer = await mine(new Request(`${site}/api/mine`, { headers }));
      expect(await answer.json()).toEqual({ userId: session.person.userId });
    }
    expect((await mine(new Request(`${site}/api/mine`))).status).toBe(401);
  });

  it("refuses an unsafe request by cookie unless it comes from this site", async () => {
    const body = '{"name":"Ada"}';
    expect((await greet(post(body, { cookie, origin: site }))).status).toBe(200);
    expect((await greet(post(body, { cookie, origin: "https://evil.example" }))).status).toBe(403);
    expect((await greet(post(body, { cookie }))).status).toBe(403);
  });

  it("takes a cookie that can't be decoded for no cookie", async () => {
    const answer = await mine(
      new Request(`${site}/api/mine`, { headers: { cookie: `${sessionCookie.name}=%E0%A4%A` } }),
    );
    expect(answer.status).toBe(401);
  });

  it("never shows the message of a bug", async () => {
    const broken = route({ access: everyone, limit: "read" }, async () => {
      throw new Error("the secret is 42");
    });
    const answer = await broken(new Request(`${site}/api/broken`));
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain("secret");
  });

  it("says when to come back", async () => {
    const busy = route({ access: everyone, limit: "read" }, async () => {
      throw new AppError("unavailable", "Busy.", { retryAfterSeconds: 1.2 });
    });
    const answer = await busy(new Request(`${site}/api/busy`));
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "2"]);
  });

  it("shows nothing left when a stricter limit than its own refused", async () => {
    const strict = route({ access: everyone, limit: "read" }, async () => {
      throw new AppError("rate_limited", "Too often.", { retryAfterSeconds: 600 });
    });
    const { headers } = await strict(new Request(`${site}/api/strict`));
    expect([headers.get("ratelimit-remaining"), headers.get("ratelimit-reset")]).toEqual(["0", "600"]);
  });
});
