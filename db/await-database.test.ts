import { once } from "node:events";
import { connect, createServer } from "node:net";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findFreePort } from "@/lib/platform/embedded/find-free-port";
import { awaitDatabase } from "./await-database";

const right = inject("adminDatabaseUrl");
const admin = postgres(right, { max: 1, onnotice: () => {} });

beforeAll(async () => {
  await admin.unsafe(
    `create database await_ascii encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0`,
  );
  await admin.unsafe("create database await_dates");
  await admin.unsafe("alter database await_dates set datestyle to 'German, DMY'");
});

afterAll(async () => {
  await admin.unsafe("drop database await_ascii");
  await admin.unsafe("drop database await_dates");
  await admin.end();
});

const at = (change: (url: URL) => void) => {
  const url = new URL(right);
  change(url);
  return url.href;
};

async function faultOf(url: string, seconds = 0): Promise<{ fault: string; news: string[] }> {
  const news: string[] = [];
  const tell = (line: string) => void news.push(line);
  const fault = await awaitDatabase(url, { seconds, tell }).then(
    () => "",
    (error: Error) => error.message,
  );
  return { fault, news };
}

test("a database that answers and fits is taken at once", async () => {
  expect(await faultOf(right, 30)).toEqual({ fault: "", news: [] });
});

describe("what is wrong with a database is one sentence that names DATABASE_URL and holds no password", () => {
  test.each([
    ["a wrong password", at((url) => Object.assign(url, { password: "hunter2" })), "does not accept the password"],
    [
      "an unknown user",
      at((url) => Object.assign(url, { username: "nobody", password: "hunter2" })),
      "password of nobody",
    ],
    ["an unknown database", at((url) => Object.assign(url, { pathname: "/missing" })), 'create database "missing"'],
    ["one that is not UTF-8", at((url) => Object.assign(url, { pathname: "/await_ascii" })), "encoding 'UTF8'"],
    [
      "one with other dates",
      at((url) => Object.assign(url, { pathname: "/await_dates" })),
      "set datestyle to 'ISO, MDY'",
    ],
    ["an unknown host", "postgres://ada:hunter2@no-such-host.invalid/turnout", "no host no-such-host.invalid"],
    ["a missing socket", "postgres://ada:hunter2@localhost/turnout?host=/no/such/folder", "no PostgreSQL answers"],
    ["a missing file of certificates", `${right}?sslrootcert=/no/such/file`, "/no/such/file"],
  ])("%s", async (_, url, sentence) => {
    const { fault } = await faultOf(url);
    expect(fault).toMatch(/^DATABASE_URL: [^\n]+$/);
    expect(fault).toContain(sentence);
    expect(fault).not.toContain("hunter2");
  });
});

test("one that is not there yet is waited for, saying so, and named when it does not come", async () => {
  const port = await findFreePort();
  const { fault, news } = await faultOf(`postgres://ada:hunter2@127.0.0.1:${port}/turnout`, 1);
  expect(news[0]).toContain("DATABASE_WAIT_SECONDS");
  expect(fault).toContain(`no PostgreSQL answers at 127.0.0.1:${port} (ECONNREFUSED)`);
});

test("one that starts while it is waited for is taken", async () => {
  const target = new URL(right);
  const port = await findFreePort();
  const waiting = faultOf(
    at((url) => Object.assign(url, { port: String(port) })),
    60,
  );
  const relay = createServer((socket) => {
    const other = connect(Number(target.port), target.hostname);
    socket.pipe(other).pipe(socket);
    socket.on("error", () => other.destroy());
    other.on("error", () => socket.destroy());
  }).listen(port, "127.0.0.1");
  await once(relay, "listening");
  expect((await waiting).fault).toBe("");
  relay.close();
});

test("a pooler that refuses a setting is told how to let it pass", async () => {
  const refuse = Buffer.from("SFATAL\0C08P01\0Munsupported startup parameter: lock_timeout\0\0");
  const head = Buffer.alloc(5);
  head.write("E");
  head.writeInt32BE(refuse.length + 4, 1);
  const pooler = createServer((socket) => socket.once("data", () => socket.end(Buffer.concat([head, refuse]))));
  pooler.listen(0, "127.0.0.1");
  await once(pooler, "listening");
  const { port } = pooler.address() as { port: number };
  const { fault } = await faultOf(`postgres://ada:hunter2@127.0.0.1:${port}/turnout`);
  expect(fault).toContain("ignore_startup_parameters = statement_timeout,lock_timeout");
  pooler.close();
});
