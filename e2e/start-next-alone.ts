import { fork } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { heapFlags } from "../bin/launcher/heap-flags";
import { findFreePort } from "../lib/platform/embedded/find-free-port";
import { readSettings } from "./start-product";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");

/** A web process beside the product of that data dir, on its database, in which every request goes through Next (FRONT=0). */
export async function startNextAlone(dataDir: string) {
  const settings = readSettings(dataDir);
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const standalone = path.join(root, ".next/standalone");
  const preloads = ["leash", "front"].flatMap((name) => ["-r", path.join(root, "dist", `${name}.cjs`)]);
  const child = fork(path.join(standalone, "server.js"), {
    ...{ cwd: standalone, execArgv: [...heapFlags, ...preloads], stdio: "ignore" },
    env: {
      ...{ ...process.env, ...settings, APP_URL: settings.NEXTAUTH_URL },
      ...{ FRONT: "0", RATE_LIMIT_SCALE: "0", LOG_LEVEL: "error", PORT: String(port), HOSTNAME: "127.0.0.1" },
    },
  });
  for (const giveUpAt = Date.now() + 60_000; Date.now() < giveUpAt; await sleep(100)) {
    const answer = await fetch(`${url}/api/health/ready`).catch(() => null);
    if (answer?.ok) return { url, pid: child.pid ?? 0, stop: () => child.kill() };
  }
  child.kill();
  throw new Error("Next alone did not become ready within a minute.");
}
