import { fork } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { standalone } from "../bin/launcher/paths";
import { heapFlags, preloadFlags } from "../bin/launcher/web-flags";
import { findFreePort } from "../lib/platform/embedded/find-free-port";
import { readSettings } from "./start-product";

/** A web process beside the product of that data dir, on its database, in which every request goes through Next (FRONT=0). */
export async function startNextAlone(dataDir: string, more: Record<string, string> = {}) {
  const settings = readSettings(dataDir);
  const port = await findFreePort();
  const url = `http://localhost:${port}`;
  const child = fork(path.join(standalone, "server.js"), {
    ...{ cwd: standalone, execArgv: [...heapFlags, ...preloadFlags], stdio: "ignore" },
    env: {
      ...{ ...process.env, ...settings, APP_URL: settings.NEXTAUTH_URL },
      ...{ FRONT: "0", RATE_LIMIT_SCALE: "0", LOG_LEVEL: "error", PORT: String(port), HOSTNAME: "127.0.0.1", ...more },
    },
  });
  for (const giveUpAt = Date.now() + 60_000; Date.now() < giveUpAt; await sleep(100)) {
    const answer = await fetch(`${url}/api/health/ready`).catch(() => null);
    if (answer?.ok) return { url, pid: child.pid ?? 0, stop: () => child.kill() };
  }
  child.kill();
  throw new Error("Next alone did not become ready within a minute.");
}
