import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { readRunningFile, writeRunningFile } from "./running-file";

const folder = mkdtempSync(path.join(tmpdir(), "turnout-running-"));
const file = path.join(folder, "running.json");
const decided = {
  PORT: "4000",
  AUTH_SECRET: "secret-of-a-store",
  CRON_SECRET: "another-of-it",
  DATABASE_URL: "postgres://turnout:pass@db/turnout",
};

afterAll(() => rmSync(folder, { recursive: true }));

test("what other commands need is told to the owner alone, and no secret that was set from outside", () => {
  writeRunningFile(file, decided, false);
  expect(readRunningFile(folder)).toEqual({ pid: process.pid, PORT: "4000" });
  expect(readFileSync(file, "utf8")).not.toMatch(/secret-of|another-of|pass@/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("the embedded database is told, since nobody else knows it; without a product there is nothing", () => {
  writeRunningFile(file, decided, true);
  expect(readRunningFile(folder).DATABASE_URL).toBe(decided.DATABASE_URL);
  expect(readRunningFile(path.join(folder, "none"))).toEqual({});
});
