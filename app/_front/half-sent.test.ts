import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { workOf } from "./admission";
import { answerInFront } from "./answer-in-front";
import { networkOf } from "./exchange";

// Next's part is played by what reads the body and sends it back.
const server = createServer((request, response) => {
  const path = request.url ?? "";
  const work = workOf(request.method ?? "", path);
  arrived += 1;
  answerInFront({ server, request, response, work, path, network: networkOf(request) }, () => request.pipe(response));
});
const sockets: Socket[] = [];
let arrived = 0;
let port = 0;

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});

afterEach(() => {
  vi.useRealTimers();
  for (const socket of sockets.splice(0)) socket.destroy();
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends this much of a form and no more. */
async function sendHalf(path: string, client: string, body = "email"): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  sockets.push(socket);
  await once(socket, "connect");
  const head = `POST ${path} HTTP/1.1\r\nHost: localhost\r\nX-Turnout-Client: ${client}\r\nContent-Length: 1000\r\n\r\n`;
  socket.write(head + body);
  return socket;
}

function post(path: string, client: string, body: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", headers: { "x-turnout-client": client }, body });
}

test("2,000 half-sent requests of one client take no slot from anybody, nor from their own network", {
  timeout: 60_000,
}, async () => {
  const before = arrived;
  const paths = ["/sign-in", "/api/auth/signout"];
  for (let nth = 0; nth < 2_000; nth++) await sendHalf(paths[nth % 2] ?? "", "203.0.113.66");
  await vi.waitFor(() => expect(arrived - before).toBe(2_000), 30_000);
  for (const client of ["198.51.100.1", "203.0.113.66"])
    for (const path of paths) expect((await post(path, client, "whole")).status).toBe(200);
});

test("a body that is late is answered with 408, and its connection ends", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const before = arrived;
  const socket = await sendHalf("/sign-in", "203.0.113.67");
  const said: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => said.push(chunk));
  const closed = once(socket, "close");
  while (arrived === before) await new Promise(setImmediate);
  vi.advanceTimersByTime(15_000);
  await closed;
  expect(Buffer.concat(said).toString()).toMatch(/^HTTP\/1.1 408 [\s\S]*Connection: close/);
});

test("a body in pieces, and one of unannounced length, reach whoever answers as they were sent", async () => {
  const pieces = Array.from({ length: 40 }, (_, nth) => String(nth % 10).repeat(5_000));
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      for (const piece of pieces) {
        controller.enqueue(new TextEncoder().encode(piece));
        await new Promise(setImmediate);
      }
      controller.close();
    },
  });
  const options = { method: "POST", body, duplex: "half" as const };
  expect(await (await fetch(`http://127.0.0.1:${port}/sign-in`, options)).text()).toBe(pieces.join(""));
  const announced = await post("/sign-in", "198.51.100.2", pieces.join(""));
  expect(await announced.text()).toBe(pieces.join(""));
});

test("what bodies on their way hold is bounded: one network has a share of it, and others have room", {
  timeout: 60_000,
}, async () => {
  const whole = "y".repeat(900_000);
  const head = (client: string) =>
    `POST /api/auth/signout HTTP/1.1\r\nHost: localhost\r\nX-Turnout-Client: ${client}\r\nContent-Length: 1000000\r\n\r\n`;
  const answers = await Promise.all(
    Array.from({ length: 80 }, async () => {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => {});
      sockets.push(socket);
      const answer = once(socket, "data").then(([chunk]) => String(chunk).slice(9, 12));
      socket.write(head("203.0.113.68") + whole);
      return Promise.race([answer, new Promise<string>((resolve) => setTimeout(resolve, 4_000, "waiting"))]);
    }),
  );
  expect(answers.filter((answer) => answer === "503").length).toBeGreaterThan(0);
  expect(answers.filter((answer) => answer === "waiting").length).toBeGreaterThan(50);
  expect((await post("/sign-in", "198.51.100.3", "whole")).status).toBe(200);
});
