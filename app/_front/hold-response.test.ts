import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { holdResponse } from "./hold-response";

/** What a caller gets when `write` answers a request whose body is told to `finish`. */
async function fetchHeld(
  write: (response: ServerResponse) => void,
  finish: (body: Buffer, response: ServerResponse) => Promise<Buffer> | Buffer,
  method = "GET",
) {
  const server = createServer((_request, response) => {
    holdResponse(response, async (body) => finish(body, response));
    write(response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { method });
    return { status: answer.status, headers: answer.headers, body: await answer.text() };
  } finally {
    server.close();
  }
}

const same = (body: Buffer) => body;

test("pieces written in every way arrive as one, with its length", async () => {
  const { status, headers, body } = await fetchHeld((response) => {
    response.statusCode = 201;
    response.setHeader("Content-Length", "999");
    response.flushHeaders();
    response.write("a");
    response.write(new Uint8Array([98]));
    response.write("63", "hex");
    response.end("ü");
  }, same);
  expect([status, body, headers.get("content-length")]).toEqual([201, "abcü", "5"]);
});

test("until the end nothing is sent, and status, headers and body can be changed", async () => {
  let sentBefore: boolean | undefined;
  const { status, headers, body } = await fetchHeld(
    (response) => {
      // As Next does it.
      const setHeader = response.setHeader.bind(response);
      response.setHeader = (name, value) => (response.headersSent ? response : setHeader(name, value));
      response.writeHead(500, { "X-One": "1" });
      response.write("fault");
      sentBefore = response.headersSent;
      response.end();
    },
    async (body, response) => {
      await sleep(5);
      response.statusCode = 503;
      response.setHeader("X-Two", "2");
      return Buffer.from(body.toString().toUpperCase());
    },
  );
  expect([sentBefore, status, headers.get("x-one"), headers.get("x-two"), body]).toEqual([
    false,
    503,
    "1",
    "2",
    "FAULT",
  ]);
});

test("whoever writes sees an answer that is out, and can add nothing after its end", async () => {
  let isOut: boolean | undefined;
  const { body } = await fetchHeld(
    (response) => {
      response.end("one");
      isOut = response.headersSent;
      response.write("two");
      response.end("three");
    },
    async (body) => {
      await sleep(20);
      return body;
    },
  );
  expect([isOut, body]).toEqual([true, "one"]);
});

test("the end is told as ever, and callbacks are called", async () => {
  const told: string[] = [];
  await fetchHeld((response) => {
    response.once("finish", () => told.push("finish"));
    response.write("a", () => told.push("written"));
    response.end(() => told.push("ended"));
  }, same);
  expect(told).toEqual(["written", "ended", "finish"]);
});

test("an answer without a body stays one", async () => {
  const redirect = (response: ServerResponse) => {
    response.statusCode = 303;
    response.setHeader("X-Location", "/x");
    response.end();
  };
  expect(await fetchHeld(redirect, same)).toMatchObject({ status: 303, body: "" });
  const head = await fetchHeld((response) => response.end(), same, "HEAD");
  expect([head.status, head.headers.get("content-length")]).toEqual([200, null]);
});

test("a caller is hung up on rather than told half when the end fails", async () => {
  const failing = () => Promise.reject(new Error("no"));
  await expect(fetchHeld((response) => response.end("x"), failing)).rejects.toThrow();
});
