import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { startRedis } from "@/lib/testing/start-redis";
import { startNextAlone } from "./start-next-alone";

// The front and Next are bundled each in its own way, and whichever is asked first opens the process's connection.
test("Next reaches Redis by itself, serves without it, and finds it again", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "turnout-redis-"));
  const redis = await startRedis(folder);
  const next = await startNextAlone(process.env.E2E_RUNNING_DIR ?? "", { REDIS_URL: redis.url });
  const readiness = async () => (await fetch(`${next.url}/api/health/ready`)).json();
  const listStatus = async () => (await fetch(`${next.url}/api/events`)).status;
  try {
    expect(await readiness()).toMatchObject({ status: "ready", redis: "ok" });
    expect(await listStatus()).toBe(200);
    await redis.stop();
    await expect.poll(readiness).toMatchObject({ status: "not ready", database: "ok", redis: "failed" });
    expect(await listStatus()).toBe(200);
    await redis.start();
    await expect.poll(readiness, { timeout: 20_000 }).toMatchObject({ status: "ready", redis: "ok" });
    expect(await listStatus()).toBe(200);
  } finally {
    next.stop();
    await redis.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
