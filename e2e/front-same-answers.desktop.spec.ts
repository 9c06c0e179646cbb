import { type IncomingHttpHeaders, request as send } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { makeEvent } from "./make-event";
import { startNextAlone } from "./start-next-alone";
import { bearerOf } from "./tokens";

// The front and Next are asked the same, the second in a process of its own beside the product's, on the same database.
let nextAlone: Awaited<ReturnType<typeof startNextAlone>>;
let nextUrl = "";

test.beforeAll(async () => {
  nextAlone = await startNextAlone(process.env.E2E_RUNNING_DIR ?? "");
  nextUrl = nextAlone.url;
});

test.afterAll(() => {
  nextAlone.stop();
});

type Asked = { method?: string; path: string; headers?: Record<string, string>; body?: string };
type Said = { status: number; headers: IncomingHttpHeaders; body: string };

function ask(url: string, { method = "GET", path, headers = {}, body }: Asked): Promise<Said> {
  return new Promise((resolve, reject) => {
    const all = { "x-request-id": "the-same-for-both", ...headers };
    const sent = send(new URL(path, url), { method, headers: all }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk);
      const bytes = Buffer.concat(chunks);
      const isGzip = answer.headers["content-encoding"] === "gzip";
      resolve({
        status: answer.statusCode ?? 0,
        headers: answer.headers,
        body: String(isGzip ? gunzipSync(bytes) : bytes),
      });
    });
    sent.once("error", reject);
    sent.end(body);
  });
}

// What differs by the minute, and how the length of an answer is told.
const transport = new Set(["date", "server-timing", "content-length", "transfer-encoding", "connection", "keep-alive"]);

function comparable({ status, headers, body }: Said) {
  const told = Object.entries(headers).filter(([name]) => !transport.has(name));
  const nonce = headers["content-security-policy"]?.toString().match(/'nonce-([^']+)'/)?.[1] ?? "no nonce";
  const shared = JSON.stringify({ status, headers: Object.fromEntries(told), body });
  return JSON.parse(shared.replaceAll(nonce, "nonce").replace(/\\"asOf\\":\\"[^"]+"/, ""));
}

async function expectSame(asked: Asked): Promise<Said> {
  const front = await ask(process.env.TURNOUT_URL ?? "", asked);
  const next = await ask(nextUrl, asked);
  expect(comparable(front), JSON.stringify(asked).slice(0, 300)).toEqual(comparable(next));
  return front;
}

const json = { "content-type": "application/json" };
const post = (path: string, body: unknown, headers: Record<string, string> = {}): Asked => ({
  ...{ method: "POST", path, headers: { ...json, ...headers } },
  body: typeof body === "string" ? body : JSON.stringify(body),
});

test("the probes, lists and events are the same, for whoever asks and however", async ({ request }) => {
  const event = await makeEvent(request, { capacity: 3 });
  const gzip = { "accept-encoding": "gzip, deflate, br" };
  const organizer = await bearerOf(request, "organizer@demo.test");
  for (const headers of [
    {},
    gzip,
    organizer,
    { authorization: "Bearer nonsense" },
    { cookie: "next-auth.session-token=x" },
  ])
    for (const path of [
      ...["/api/health/live", "/api/health/ready", "/api/events", "/api/events?limit=3&status=published"],
      ...[
        "/api/events?limit=0",
        "/api/events?limit=101",
        "/api/events?cursor=nonsense",
        "/api/events?status=odd&from=x",
      ],
      ...[
        "/api/events?q=%F0%9F%8E%9F&category=talk",
        "/api/events?unknown=1",
        "/api/events?limit=1&limit=2",
        "/api/events?%E0%A4%A",
      ],
      ...[
        `/api/events/${event.id}`,
        `/api/events/${event.id}?x=1`,
        "/api/events/nonsense",
        "/api/events/%20",
        "/api/events/%E0%A4%A",
      ],
      ...[
        "/api/events/0197a5b0-0000-7000-8000-000000000000",
        "/api/events/",
        "/api/dashboard",
        "/api/dashboard?limit=2",
      ],
      "/api/me",
      "/api/me?x=1",
      "/api/me/events/nonsense",
      `/api/me/events/${event.id}`,
      `/api/me/events/${event.id}?invitation=x`,
      "/api/me/events/0197a5b0-0000-7000-8000-000000000000",
      ...[`/api/dashboard?eventId=${event.id}`, "/api/dashboard?eventId=x", "/covers/talk/some-event", "/covers/x/y/z"],
    ])
      await expectSame({ path, headers });
  const { body } = await expectSame({ path: "/api/events?limit=2", headers: organizer });
  await expectSame({ path: `/api/events?limit=2&cursor=${JSON.parse(body).nextCursor}` });
  for (const method of ["HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"])
    for (const path of [
      "/api/events",
      `/api/events/${event.id}`,
      "/api/registrations",
      "/api/checkin",
      "/api/health/live",
    ])
      await expectSame({ method, path });
});

test("registering and checking in are the same, bad input included", async ({ request }) => {
  const event = await makeEvent(request, { capacity: 1 });
  const attendee = await bearerOf(request, "attendee7@demo.test");
  const [organizer, stranger] = [
    await bearerOf(request, "organizer@demo.test"),
    await bearerOf(request, "organizer2@demo.test"),
  ];
  const path = "/api/registrations";
  const first = await ask(process.env.TURNOUT_URL ?? "", post(path, { eventId: event.id }, attendee));
  expect(first.status).toBe(201);
  await expectSame(post(path, { eventId: event.id }, attendee));
  for (const body of [
    ...["", "{", "null", "[]", '"x"', "\uFEFF{}", "{}", '{"eventId":1}', '{"eventId":"x","name":"","email":"no"}'],
    ...[
      { eventId: event.id },
      { eventId: "0197a5b0-0000-7000-8000-000000000000", name: "Ada", email: "ada@example.org" },
    ],
    { eventId: event.id, name: "Ada 🎟", email: "ada-late@example.org", guests: [{ name: "B" }] },
    { eventId: event.id, name: "x".repeat(300), email: "a@example.org" },
    { eventId: event.id, name: "x".repeat(1_000_001) },
  ]) {
    await expectSame(post(path, body));
    await expectSame(post("/api/checkin", body, organizer));
  }
  const some = JSON.stringify({ eventId: event.id });
  const oddHeaders: Record<string, string>[] = [
    ...[
      { "content-type": "text/plain" },
      { "content-type": "" },
      { "content-type": "application/json; charset=utf-8" },
    ],
    ...[
      { "content-type": "application/x-www-form-urlencoded" },
      { authorization: "Bearer x" },
      { "idempotency-key": " " },
    ],
    ...[
      { cookie: "next-auth.session-token=x", origin: "https://evil.example" },
      { "idempotency-key": "x".repeat(256) },
    ],
  ];
  for (const headers of oddHeaders) await expectSame(post(path, some, headers));
  await expectSame({ method: "POST", path });
  await expectSame({ method: "POST", path, headers: { ...json, "transfer-encoding": "chunked" }, body: some });

  const ticket = JSON.parse(first.body).ticket.code;
  const scan = (scanId: string, code: string) => ({ scanId, ticket: code, scannedAt: "2026-01-01T10:00:00.000Z" });
  const scans = [scan(crypto.randomUUID(), ticket), scan(crypto.randomUUID(), "nonsense")];
  await ask(process.env.TURNOUT_URL ?? "", post("/api/checkin", { eventId: event.id, scans }, organizer));
  for (const headers of [organizer, stranger, attendee, {}])
    await expectSame(post("/api/checkin", { eventId: event.id, scans }, headers));
  await expectSame(post("/api/checkin", { eventId: event.id, scans: [] }, organizer));
});

test("a caller who hangs up undoes no seat", async ({ request }) => {
  const event = await makeEvent(request, { capacity: 5 });
  for (let nth = 0; nth < 5; nth++) {
    const body = JSON.stringify({ eventId: event.id, name: "Gone", email: `gone-${crypto.randomUUID()}@example.org` });
    const headers = { ...json, "content-length": String(Buffer.byteLength(body)) };
    const sent = send(new URL("/api/registrations", process.env.TURNOUT_URL), { method: "POST", headers });
    sent.once("error", () => {});
    sent.write(body, () => sent.destroy());
    await sleep(20);
  }
  await expect(async () => expect(await event.guests()).toHaveLength(5)).toPass();
});
