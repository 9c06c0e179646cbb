import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate as afterAdmission } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { limitFor } from "@/lib/platform/limits";
import { takeFromLimits } from "@/lib/platform/rate-limit";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { slotLimits, workOf } from "./admission";
import { answerInFront } from "./answer-in-front";
import { networkOf } from "./exchange";

// Next's part is played by what hangs until it is let go.
const hanging: ServerResponse[] = [];
let received = 0;
let isHanging = true;
const server = createServer((request, response) => {
  received += 1;
  const path = request.url?.split("?", 1)[0] ?? "";
  const work = workOf(request.method ?? "", path);
  answerInFront({ server, request, response, work, path, network: networkOf(request) }, () => {
    if (isHanging) hanging.push(response);
    else response.end();
  });
});
let url = "";

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  isHanging = true;
});

/**
 * So many requests at once, each from a network of its own, which are all admitted, refused or in
 * line when it returns.
 */
async function startMany(count: number, path: string, options?: RequestInit): Promise<Promise<Response | null>[]> {
  const before = received;
  const waiting = Array.from({ length: count }, (_, nth) =>
    fetch(`${url}${path}`, { ...options, headers: { "x-turnout-client": clientOf(nth) } }).catch(() => null),
  );
  await vi.waitFor(() => expect(received - before).toBe(count), 30_000);
  await afterAdmission();
  return waiting;
}

const clientOf = (nth: number) => `10.0.${nth >> 8}.${nth & 255}`;

function letGo(): void {
  isHanging = false;
  for (const response of hanging.splice(0)) response.end();
}

test("a kind of work whose slots are all taken is refused at once, and the others have their room", {
  timeout: 60_000,
}, async () => {
  const { id: eventId } = await makePublishedEvent(await makePerson({ role: "organizer" }), { capacity: 10 });
  const waiting = await startMany(slotLimits.form, "/events/x", { method: "POST" });
  const refused = await fetch(`${url}/events/x`, { method: "POST" });
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "3"]);
  expect(await refused.json()).toMatchObject({ status: 503, code: "unavailable" });

  const registered = await fetch(`${url}/api/registrations`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ eventId, name: "Ada", email: "ada-in-front@example.org" }),
  });
  expect(registered.status).toBe(201);

  letGo();
  for (const answer of await Promise.all(waiting)) expect(answer?.status).toBe(200);
  expect((await fetch(`${url}/events/x`, { method: "POST" })).status).toBe(200);
});
test("a person is told on a page that asks again by itself", { timeout: 60_000 }, async () => {
  const waiting = await startMany(slotLimits.page, "/manage");
  const refused = await fetch(`${url}/manage`, { headers: { accept: "text/html" } });
  expect(refused.headers.get("content-type")).toContain("text/html");
  expect(await refused.text()).toContain('http-equiv="refresh"');
  letGo();
  await Promise.all(waiting);
});

test("a caller who hangs up gives the slot back, and the turn", { timeout: 60_000 }, async () => {
  const gone = new AbortController();
  const waiting = await startMany(slotLimits.page, "/manage", { signal: gone.signal });
  gone.abort();
  await Promise.all(waiting);
  await vi.waitFor(async () => {
    const again = fetch(`${url}/manage`);
    letGo();
    expect((await again).status).toBe(200);
  }, 30_000);
});

test("a network that has had too many pages drawn is asked to wait, and others are not", async () => {
  const key = "ip:203.0.113.9";
  await takeFromLimits("draw", [key], limitFor("office", "draw", key).calls);
  const from = (client: string, accept: string) => ({ headers: { "x-turnout-client": client, accept } });
  const refused = await fetch(`${url}/registrations`, from("203.0.113.9", "text/html"));
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await refused.text()).toContain("That was too often");
  const program = await fetch(`${url}/manage`, from("203.0.113.9", "*/*"));
  expect(await program.json()).toMatchObject({ status: 429, code: "rate_limited" });
  expect((await fetch(`${url}/api/health/live`, from("203.0.113.9", "*/*"))).status).toBe(200);
  const other = fetch(`${url}/registrations`, from("203.0.113.10", "text/html"));
  await vi.waitFor(() => expect(hanging).toHaveLength(1));
  letGo();
  expect((await other).status).toBe(200);
});

test("Next's router is sent nothing of a public page, so that it loads the page whole", async () => {
  const answer = await fetch(`${url}/events?_rsc=1x2y3`, { headers: { rsc: "1" } });
  expect([answer.status, answer.headers.get("cache-control"), await answer.text()]).toEqual([204, "no-store", ""]);
});

test("a page that Next fails to draw is answered with one of the house that names the request", async () => {
  const headers = { accept: "text/html", "x-request-id": "failing-1" };
  const asked = fetch(`${url}/tickets/x`, { headers });
  await vi.waitFor(() => expect(hanging).toHaveLength(1));
  for (const response of hanging.splice(0)) {
    response.statusCode = 500;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end('<!DOCTYPE html><html id="__next_error__"><head></head><body></body></html>');
  }
  const answer = await asked;
  expect(answer.status).toBe(500);
  expect(await answer.text()).toMatch(/This page did not load.*href="\/events".*failing-1/);
});
