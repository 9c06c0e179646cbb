import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { findFreePort } from "@/lib/platform/embedded/find-free-port";

export type StartedRedis = {
  url: string;
  pid: () => number;
  stop: () => Promise<void>;
  /** After a stop: again at the same address, empty. */
  start: () => Promise<void>;
};

/** A redis-server of this run alone, with nothing on disk and a numbered database for each test process. */
export async function startRedis(folder: string): Promise<StartedRedis> {
  const port = await findFreePort();
  let running = await spawnRedis(folder, port);
  return {
    url: `redis://127.0.0.1:${port}`,
    pid: () => running.pid,
    stop: () => running.stop(),
    start: async () => {
      running = await spawnRedis(folder, port);
    },
  };
}

async function spawnRedis(folder: string, port: number): Promise<{ pid: number; stop: () => Promise<void> }> {
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--databases", "256", "--dir", folder];
  const child = spawn("redis-server", args, { stdio: "ignore" });
  const ended = once(child, "exit");
  const failed = once(child, "error").then(() => {
    throw new Error("The tests need redis-server (on Debian: apt-get install redis-server).");
  });
  await Promise.race([failed, answers(port)]);
  return {
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}

async function answers(port: number): Promise<void> {
  const client = new Redis({ port, lazyConnect: true, retryStrategy: null, maxRetriesPerRequest: 0 });
  client.on("error", () => {});
  for (let attempt = 1; ; attempt++) {
    try {
      await client.connect();
      client.disconnect();
      return;
    } catch (error) {
      if (attempt === 200) throw error;
      await sleep(25);
    }
  }
}
