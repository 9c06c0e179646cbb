import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "@playwright/test";
import { findDescendant, residentMegabytesOf } from "./process-tree";
import { readSettings } from "./start-product";

const url = () => new URL(process.env.TURNOUT_URL ?? "");

async function open(): Promise<Socket> {
  const socket = connect(Number(url().port), "127.0.0.1");
  socket.on("error", () => {});
  await once(socket, "connect");
  return socket;
}

/** Sends these very bytes and gives back everything that was answered until the server hung up. */
async function sendRaw(...lines: string[]): Promise<string> {
  const socket = await open();
  const answer = text(socket).catch(() => "");
  socket.write(lines.join("\r\n"));
  return answer;
}

async function expectOthersServed(): Promise<void> {
  for (const path of ["/events", "/api/events", "/api/health/live"])
    expect((await fetch(new URL(path, url()))).status).toBe(200);
}

/** Resident megabytes of the web process. */
function webMemory(): number {
  const { pid } = readSettings(process.env.E2E_RUNNING_DIR ?? "");
  return residentMegabytesOf(findDescendant(Number(pid), "next-server"));
}

const smuggled = "GET /api/health/live HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: smuggled-request\r\n\r\n";

// One request to us and two to whoever stood in front, or the other way round: refused, or one answer and the connection's end.
for (const [shape, ...lines] of [
  ["a length and chunks", "Content-Length: 5", "Transfer-Encoding: chunked", "", `0\r\n\r\n${smuggled}`],
  ["two lengths", "Content-Length: 0", `Content-Length: ${smuggled.length}`, "", smuggled],
  ["an unknown transfer encoding", "Transfer-Encoding: xchunked", "", `0\r\n\r\n${smuggled}`],
  ["a space before the colon", "Transfer-Encoding : chunked", "", `0\r\n\r\n${smuggled}`],
  ["a folded header", "X-A: b", " Transfer-Encoding: chunked", `Content-Length: ${smuggled.length}`, "", smuggled],
  ["a chunk of no number", "Transfer-Encoding: chunked", "", `zz\r\n${smuggled}`],
  ["a length of no number", "Content-Length: 1e1", "", smuggled],
] as const) {
  test(`${shape} smuggle no second request`, async () => {
    for (const target of ["/api/registrations", "/events"]) {
      const answer = await sendRaw(`POST ${target} HTTP/1.1`, `Host: ${url().host}`, "Connection: close", ...lines);
      expect(answer.match(/HTTP\/1\.1 /g)?.length ?? 0).toBeLessThanOrEqual(1);
      expect(answer).not.toContain("smuggled-request");
    }
    await expectOthersServed();
  });
}

test("headers without end are refused", async () => {
  const answer = await sendRaw("GET /events HTTP/1.1", `Host: ${url().host}`, `Cookie: ${"x".repeat(40_000)}`, "", "");
  expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  await expectOthersServed();
});

/** Sends a hundred megabytes to where registrations go, as long as they are taken, and gives back the answer. */
async function sendHundredMegabytes(header: string): Promise<string> {
  const socket = await open();
  const answer = text(socket).catch(() => "");
  const head = [
    "POST /api/registrations HTTP/1.1",
    `Host: ${url().host}`,
    "Content-Type: application/json",
    header,
    "",
    "",
  ];
  socket.write(head.join("\r\n"));
  const bytes = Buffer.alloc(100_000, "x");
  const isChunked = header.startsWith("Transfer");
  const piece = isChunked ? Buffer.concat([Buffer.from("186a0\r\n"), bytes, Buffer.from("\r\n")]) : bytes;
  for (let sent = 0; sent < 1_000 && socket.writable; sent++) {
    if (!socket.write(piece)) await new Promise((resolve) => void socket.once("drain", resolve).once("close", resolve));
  }
  socket.end();
  return answer;
}

test("hundred megabytes from each of five, announced or not, are refused and take no memory", async () => {
  const before = webMemory();
  for (const header of ["Content-Length: 100000000", "Transfer-Encoding: chunked"]) {
    const answers = await Promise.all(Array.from({ length: 5 }, () => sendHundredMegabytes(header)));
    for (const said of answers) if (said) expect(said).toMatch(/^HTTP\/1\.1 413 /);
  }
  expect(webMemory() - before).toBeLessThan(250);
  await expectOthersServed();
});

test("five hundred who connect and say nothing, or half a thing, keep nobody waiting, and are hung up on", async () => {
  test.setTimeout(120_000);
  const sockets = await Promise.all(Array.from({ length: 500 }, open));
  const closed = Promise.all(sockets.map((socket) => new Promise((resolve) => socket.resume().once("close", resolve))));
  sockets.forEach((socket, nth) => {
    if (nth % 2) socket.write(`POST /api/registrations HTTP/1.1\r\nHost: ${url().host}\r\nContent-Le`);
  });
  await expectOthersServed();
  await closed;
});

test("callers who read nothing of what they asked for keep nobody waiting", async () => {
  const sockets = await Promise.all(Array.from({ length: 200 }, open));
  for (const socket of sockets) {
    socket.pause();
    socket.write(`GET /events HTTP/1.1\r\nHost: ${url().host}\r\n\r\n`.repeat(20));
  }
  await expectOthersServed();
  expect(webMemory()).toBeLessThan(600);
  for (const socket of sockets) socket.destroy();
});
