import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { findProcessIdentity } from "@/lib/platform/embedded/process-identity";
import { holdLock, releaseLock } from "./hold-lock";

const folder = mkdtempSync(path.join(tmpdir(), "turnout-lock-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function lockOf(name: string, holder: unknown): string {
  const file = path.join(folder, name);
  writeFileSync(file, JSON.stringify(holder));
  return file;
}

test("a free lock is taken, and free again when released", () => {
  const file = path.join(folder, "free");
  expect(holdLock(file)).toBeNull();
  expect(existsSync(file)).toBe(true);
  releaseLock(file);
  expect(existsSync(file)).toBe(false);
});

test("a living process keeps its lock", async () => {
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const holder = { pid: other.pid ?? 0, identity: findProcessIdentity(other.pid ?? 0) };
  const file = lockOf("living", holder);
  expect(holdLock(file)).toEqual(holder);
  other.kill("SIGKILL");
  await once(other, "exit");
  expect(holdLock(file)).toBeNull();
});

test("a pid that meanwhile belongs to another process holds nothing", () => {
  expect(holdLock(lockOf("reused", { pid: process.ppid, identity: "of another boot" }))).toBeNull();
});

test("a lock that was never written to its end is taken over", () => {
  const file = path.join(folder, "torn");
  writeFileSync(file, '{"pid": 1');
  expect(holdLock(file)).toBeNull();
});
