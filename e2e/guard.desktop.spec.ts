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

test("a connection can't be upgraded", async () => {
  const upgrade = ["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: eA=="];
  expect(await sendRaw("GET / HTTP/1.1", `Host: ${url().host}`, ...upgrade)).toBe("");
  expect(await sendRaw("GET http://127.0.0.1:1/ HTTP/1.1", `Host: ${url().host}`, ...upgrade)).toBe("");
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
