import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { answerInFront } from "./answer-in-front";
import { laneOf, mostInFlight } from "./lane";

// Next's part is played by what hangs until it is let go.
const hanging: ServerResponse[] = [];
const server = createServer((request, response) => {
  const path = request.url?.split("?", 1)[0] ?? "";
  const lane = laneOf(request.method ?? "", path);
  answerInFront({ server, request, response, lane, path }, () => hanging.push(response));
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

function letGo(): void {
  for (const response of hanging.splice(0)) response.end();
}

test("a full lane is refused at once, and the others have their room", { timeout: 60_000 }, async () => {
  const { id: eventId } = await makePublishedEvent(await makePerson({ role: "organizer" }), { capacity: 10 });
  const waiting = Array.from({ length: mostInFlight.form }, () => fetch(`${url}/events/x`, { method: "POST" }));
  await vi.waitFor(() => expect(hanging).toHaveLength(mostInFlight.form), 30_000);
  const refused = await fetch(`${url}/events/x`, { method: "POST" });
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "3"]);
  expect(await refused.json()).toMatchObject({ status: 503, code: "unavailable" });

  const registered = await fetch(`${url}/api/registrations`, {
    ...{ method: "POST", headers: { "content-type": "application/json" } },
    body: JSON.stringify({ eventId, name: "Ada", email: "ada-in-front@example.org" }),
  });
  expect(registered.status).toBe(201);

  letGo();
  await Promise.all(waiting);
  const again = fetch(`${url}/events/x`, { method: "POST" });
  await vi.waitFor(() => expect(hanging).toHaveLength(1));
  letGo();
  expect((await again).status).toBe(200);
});

test("a person is told on a page that asks again by itself", { timeout: 60_000 }, async () => {
  const waiting = Array.from({ length: mostInFlight.page }, () => fetch(`${url}/manage`));
  await vi.waitFor(() => expect(hanging).toHaveLength(mostInFlight.page), 30_000);
  const refused = await fetch(`${url}/manage`, { headers: { accept: "text/html" } });
  expect(refused.headers.get("content-type")).toContain("text/html");
  expect(await refused.text()).toContain('http-equiv="refresh"');
  letGo();
  await Promise.all(waiting);
});

test("a caller who hangs up gives the place back", async () => {
  const gone = new AbortController();
  const asked = Array.from({ length: mostInFlight.page }, () =>
    fetch(`${url}/manage`, { signal: gone.signal }).catch(() => null),
  );
  await vi.waitFor(() => expect(hanging).toHaveLength(mostInFlight.page), 30_000);
  gone.abort();
  await Promise.all(asked);
  await vi.waitFor(() => expect(hanging.every(({ closed }) => closed)).toBe(true));
  hanging.splice(0);
  const again = fetch(`${url}/manage`);
  await vi.waitFor(() => expect(hanging).toHaveLength(1));
  letGo();
  expect((await again).status).toBe(200);
});
