import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { startRedis } from "@/lib/testing/start-redis";
import { takeFromLimits } from "./rate-limit";

const folder = mkdtempSync(path.join(tmpdir(), "turnout-limits-"));
const redis = await startRedis(folder);
vi.stubEnv("REDIS_URL", redis.url);

afterAll(async () => {
  await redis.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function allowedOf(calls: number, key: string): Promise<number> {
  const states = [];
  for (let call = 0; call < calls; call++) states.push(await takeFromLimits("signInAddress", [key]));
  return states.filter(({ isAllowed }) => isAllowed).length;
}

it("a Redis that hangs, and one that is dead, neither opens nor closes the site: each process counts by itself", async () => {
  expect(await allowedOf(8, "well")).toBe(5);
  process.kill(redis.pid(), "SIGSTOP");
  expect(await allowedOf(8, "hung")).toBe(5);
  process.kill(redis.pid(), "SIGCONT");
  await redis.stop();
  expect(await allowedOf(8, "dead")).toBe(5);
  await redis.start();
});
