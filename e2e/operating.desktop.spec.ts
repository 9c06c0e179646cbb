import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { findFreePort } from "../lib/platform/embedded/find-free-port";
import { commandOf, descendantsOf, findDescendant, isAlive, ownerOf } from "./process-tree";
import { readRunning, readSettings, type StartedProduct, spawnProduct, startProduct } from "./start-product";

// What whoever runs the product may rely on. One after the other, each with a data dir of its own; nothing here needs a browser.
test.describe.configure({ mode: "serial" });
test.setTimeout(240_000);

const scratch = mkdtempSync(path.join(tmpdir(), "turnout-operating-"));
const settings = async (dataDir: string) => ({
  PORT: String(await findFreePort()),
  TURNOUT_DATA_DIR: path.join(scratch, dataDir),
  TURNOUT_DEMO: "0",
});

const started: StartedProduct[] = [];
const start = async (own: Awaited<ReturnType<typeof settings>>) => {
  const product = await startProduct(own);
  started.push(product);
  return product;
};

test.afterAll(() => {
  for (const { pid } of started) kill(pid);
  rmSync(scratch, { recursive: true, force: true });
});

test("a taken port is named, with the setting that changes it", async () => {
  const other = createServer().listen(0, "0.0.0.0");
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const product = spawnProduct({ ...(await settings("port taken")), PORT: String(port) });
  expect(await product.ended).toBe(1);
  expect(product.output()).toContain(`Port ${port} is taken`);
  expect(product.output()).toContain("Set PORT");
  other.close();
});

test("every wrong setting is named at once", async () => {
  const product = spawnProduct({ ...(await settings("settings")), PORT: "99999", REDIS_URL: "nonsense" });
  expect(await product.ended).toBe(1);
  expect(product.output()).toMatch(/PORT: .+[\s\S]+REDIS_URL: /);
});

test("the demo beside a public address is refused with the reason", async () => {
  const own = { ...(await settings("public demo")), TURNOUT_DEMO: "1", APP_URL: "https://events.example.org" };
  const product = spawnProduct(own);
  expect(await product.ended).toBe(1);
  expect(product.output()).toContain("APP_URL is https://events.example.org");
});

test("a database that is not there is waited for and named, without a stack trace", async () => {
  const port = await findFreePort();
  const product = spawnProduct({
    ...(await settings("no database")),
    DATABASE_URL: `postgres://turnout:hunter2@127.0.0.1:${port}/turnout`,
    DATABASE_WAIT_SECONDS: "1",
    AUTH_SECRET: "a-secret-that-only-tests-know-0123456789",
  });
  expect(await product.ended).toBe(1);
  expect(product.output()).toContain(`DATABASE_URL: no PostgreSQL answers at 127.0.0.1:${port}`);
  expect(product.output()).not.toMatch(/hunter2|\n +at /);
});

test("a service prints the link that makes the first administrator, bin/people the same one, and answers on IPv6", async () => {
  const own = await settings("service");
  const product = await start(own);
  const [link = ""] = /http:\/\/localhost:\d+\/set-up\/[\w-]{43}/.exec(product.output()) ?? [];
  expect(link).not.toBe("");
  expect(product.output()).toContain("No mail leaves");
  expect(product.output()).not.toContain("turnout-demo");
  const people = (...words: string[]) =>
    execFileSync(path.resolve("bin/people"), words, { env: { ...process.env, ...own }, encoding: "utf8" }).trim();
  expect(people("set-up")).toBe(link);
  expect(people("grant", "admin", "ada@example.org")).toBe("ada@example.org is admin now.");
  expect(people("list")).toMatch(/^admin +never seen +ada@example\.org/);
  expect(people("sign-in", "ada@example.org")).toMatch(/\/sign-in\/link\/[\w-]{43}$/);
  expect(() => people("disable", "ada@example.org")).toThrow();
  expect((await fetch(link)).status).not.toBe(500);
  expect((await fetch(`http://[::1]:${own.PORT}/api/health/live`)).status).toBe(200);
  const told = readFileSync(path.join(own.TURNOUT_DATA_DIR, "running.json"), "utf8");
  expect(told).not.toMatch(/AUTH_SECRET|CRON_SECRET/);
  expect(await product.stop()).toBe(0);
});

test("no process that strangers talk to is root where another user can read the product, and the database's user is no superuser", async () => {
  const own = { ...(await settings("rights")), TURNOUT_DATA_DIR: path.join(tmpdir(), `turnout-rights-${process.pid}`) };
  const product = await start(own);
  // Below a folder of root's alone nobody else can run anything, which the start says.
  const staysRoot = process.getuid?.() === 0 && !foldersAbove(process.cwd()).every(isOpenToOthers);
  for (const words of ["next-server", "worker.js", "ses-recorder.js"])
    expect(ownerOf(findDescendant(product.pid, words)) === 0, words).toBe(staysRoot);
  expect(product.output().includes("Everything runs as root")).toBe(staysRoot);
  const sql = postgres(readSettings(own.TURNOUT_DATA_DIR).DATABASE_URL ?? "", { max: 1 });
  expect(await sql`select rolsuper from pg_roles where rolname = current_user`).toEqual([{ rolsuper: false }]);
  await sql.end();
  for (const name of ["mail", "logs"]) expect(statSync(path.join(own.TURNOUT_DATA_DIR, name)).mode & 0o077).toBe(0);
  expect(statSync(own.TURNOUT_DATA_DIR).mode & 0o067).toBe(0);
  expect(await product.stop()).toBe(0);
  rmSync(own.TURNOUT_DATA_DIR, { recursive: true });
});

function foldersAbove(folder: string): string[] {
  const above = path.dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersAbove(above)];
}

function isOpenToOthers(folder: string): boolean {
  return (statSync(folder).mode & 0o001) !== 0;
}

test("a read-only data dir is named, with the setting that changes it", async () => {
  const own = await settings("read-only");
  const product = spawnProduct(own, onDisk("ro", own.TURNOUT_DATA_DIR));
  expect(await product.ended).toBe(1);
  expect(product.output()).toContain(`${own.TURNOUT_DATA_DIR} can't be written`);
  expect(product.output()).toContain("TURNOUT_DATA_DIR");
});

test("a full data dir is named, with the setting that changes it", async () => {
  const own = await settings("full");
  const product = spawnProduct(own, onDisk("size=1m", own.TURNOUT_DATA_DIR));
  expect(await product.ended).toBe(1);
  expect(product.output()).toContain(`${own.TURNOUT_DATA_DIR} is full`);
  expect(product.output()).toContain("TURNOUT_DATA_DIR");
});

test("a data dir that is a file is named", async () => {
  const own = await settings("a file");
  writeFileSync(own.TURNOUT_DATA_DIR, "");
  const product = spawnProduct(own);
  expect(await product.ended).toBe(1);
  expect(product.output()).toContain(`${own.TURNOUT_DATA_DIR} is not a folder`);
});

test("secrets are made once, for the owner's eyes; a second start says so; SIGTERM finishes what runs and ends with 0", async () => {
  const own = await settings("with a space");
  const product = await start(own);
  const secret = path.join(own.TURNOUT_DATA_DIR, "auth-secret");
  const made = readFileSync(secret, "utf8");
  expect(statSync(secret).mode & 0o777).toBe(0o600);

  const second = spawnProduct(own);
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(`already running on the data dir ${own.TURNOUT_DATA_DIR} (process ${product.pid})`);

  const slow = await beginRequest(Number(own.PORT));
  const stopped = product.stop();
  // Longer than connections that rest are left alone.
  await sleep(3_000);
  expect(await slow.finish()).toMatch(/^HTTP\/1\.1 401 /);
  expect(await stopped).toBe(0);
  expect(existsSync(path.join(own.TURNOUT_DATA_DIR, "start.lock"))).toBe(false);

  const again = await start(own);
  expect(readFileSync(secret, "utf8")).toBe(made);
  expect(await again.stop()).toBe(0);
});

test("no child outlives a launcher that was killed, and after kill -9 of everything the next start recovers", async () => {
  const own = await settings("killed");
  const first = await start(own);
  const orphans = descendantsOf(first.pid);
  expect(orphans.length).toBeGreaterThan(3);
  process.kill(first.pid, "SIGKILL");
  // The worker gives way to all else, and hears of it once its code is loaded: on a busy computer that takes a while.
  const left = () => orphans.filter(isAlive).map(commandOf);
  await expect.poll(left, { timeout: 90_000 }).toEqual([]);

  const second = await start(own);
  for (const pid of [second.pid, ...descendantsOf(second.pid)]) kill(pid);
  const third = await start(own);
  const { TURNOUT_URL } = readRunning(own.TURNOUT_DATA_DIR);
  expect((await fetch(`${TURNOUT_URL}/api/health/ready`)).status).toBe(200);

  // A web process that dies alone is replaced.
  kill(findDescendant(third.pid, "next-server"));
  const answers = () =>
    fetch(`${TURNOUT_URL}/api/health/live`, { signal: AbortSignal.timeout(5_000) })
      .then((answer) => answer.ok)
      .catch(() => false);
  await expect.poll(answers, { timeout: 90_000 }).toBe(true);
  expect(await third.stop()).toBe(0);
});

/** A request whose body is only half there: it runs until `finish`. */
async function beginRequest(port: number) {
  const body = JSON.stringify({ email: "nobody@example.org", password: "not the one" });
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  const head = `POST /api/auth/token HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: application/json\r\n`;
  socket.write(`${head}Content-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`);
  await sleep(300);
  return {
    finish: () => {
      socket.write(body.slice(10));
      return text(socket);
    },
  };
}

/** Runs a command where the folder is a disk of its own, mounted so, that nobody else sees and that goes with the command. */
function onDisk(options: string, folder: string): string[] {
  mkdirSync(folder);
  const asRoot = process.getuid?.() === 0 ? [] : ["--user", "--map-root-user"];
  const script = 'mount -t tmpfs -o "$0" turnout-test "$1" && exec "$2"';
  return ["unshare", ...asRoot, "--mount", "sh", "-c", script, options, folder];
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone with its parent already.
  }
}
