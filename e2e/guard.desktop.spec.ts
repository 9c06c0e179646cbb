import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "@playwright/test";

// What only the real server can show: the guard stands in front of Next as it is started for production.
const url = () => new URL(process.env.TURNOUT_URL ?? "");

/** Sends these very bytes and gives back everything that was answered. */
async function sendRaw(...lines: string[]): Promise<string> {
  const socket = connect(Number(url().port), "127.0.0.1");
  await once(socket, "connect");
  const answer = text(socket).catch(() => "");
  socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  return answer;
}

test("an offer to upgrade is ignored: the request is answered like any other", async () => {
  const webSocket = ["Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: eA=="];
  for (const offer of [webSocket, ["Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAAP__"]]) {
    const upgrade = ["Connection: Upgrade, close", ...offer];
    const health = await sendRaw("GET /api/health/live HTTP/1.1", `Host: ${url().host}`, ...upgrade);
    expect(health).toMatch(/^HTTP\/1\.1 200 /);
    const elsewhere = await sendRaw("GET http://127.0.0.1:1/ HTTP/1.1", `Host: ${url().host}`, ...upgrade);
    expect(elsewhere).toMatch(/^HTTP\/1\.1 400 /);
  }
});

test("a form of another site is refused in words, and no fault of ours is written down", async ({ request }) => {
  for (const origin of ["https://evil.example", "null"]) {
    const answer = await request.post("/sign-in", { headers: { origin }, form: { email: "a@example.org" } });
    expect(answer.status()).toBe(403);
    expect(await answer.json()).toMatchObject({ code: "forbidden", title: "Sent by another site" });
  }
});

test("what is no form at all never becomes a fault of ours", async ({ request }) => {
  const headers = { origin: url().origin, "next-action": "0".repeat(40), "content-type": "text/plain" };
  for (const data of ["[]", "[null]", '["$undefined",1]', "{", ""]) {
    const answer = await request.post("/sign-in", { headers, data });
    expect(answer.status()).toBeLessThan(500);
  }
});

test("a target of another server is refused", async () => {
  for (const target of ["http://127.0.0.1:1/", "//evil.example/"]) {
    const answer = await sendRaw(`GET ${target} HTTP/1.1`, `Host: ${url().host}`, "Connection: close");
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  }
});

test("an unknown host is told how its operator can allow it", async () => {
  const answer = await sendRaw("GET /events HTTP/1.1", "Host: evil.example", "Connection: close");
  expect(answer).toMatch(/^HTTP\/1\.1 421 /);
  expect(answer).toContain("ALLOWED_HOSTS");
});

test("a body over the limit is refused, with and without an announced length", async ({ request }) => {
  const announced = await request.post("/api/registrations", { data: { name: "x".repeat(1_100_000) } });
  expect(announced.status()).toBe(413);
  expect(await announced.json()).toMatchObject({ status: 413, code: "payload_too_large" });
  expect(announced.headers()["content-type"]).toContain("application/problem+json");

  const stream = new ReadableStream({
    start(controller) {
      for (let part = 0; part < 11; part++) controller.enqueue(new Uint8Array(100_000));
      controller.close();
    },
  });
  const options = { method: "POST", body: stream, duplex: "half", headers: { "Content-Type": "application/json" } };
  const growing = await fetch(new URL("/api/registrations", url()), options as RequestInit);
  expect(growing.status).toBe(413);
  expect((await fetch(new URL("/api/health/live", url()))).status).toBe(200);
});

test("a form's worth is all that a page takes", async ({ request }) => {
  const answer = await request.post("/events", { multipart: { note: "x".repeat(300_000) } });
  expect(answer.status()).toBe(413);
});
