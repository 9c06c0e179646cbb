import { fork } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { standalone } from "@/bin/launcher/paths";
import { heapFlags, preloadFlags } from "@/bin/launcher/web-flags";
import { findFreePort } from "@/lib/platform/embedded/find-free-port";
import { median } from "../percentile";

const rounds = 7;

/** From the start of a process to its first answer, with the front and without, in turns. */
export async function measureStartUp(settings: Record<string, string>): Promise<string> {
  const tookMs: Record<"front" | "next", number[]> = { front: [], next: [] };
  for (let round = 0; round <= rounds; round++) {
    for (const [kind, preloads] of [["front", preloadFlags] as const, ["next", []] as const]) {
      const ms = await startOnce(settings, preloads);
      // The first of each warms up the disk's cache.
      if (round > 0) tookMs[kind].push(ms);
    }
  }
  const [withFront, without] = [median(tookMs.front), median(tookMs.next)];
  return `from start to first answer: ${withFront.toFixed(0)} ms, Next alone ${without.toFixed(0)} ms (${(withFront / without).toFixed(2)} times)`;
}

async function startOnce(settings: Record<string, string>, preloads: readonly string[]): Promise<number> {
  const port = await findFreePort();
  const startedAt = performance.now();
  const child = fork(path.join(standalone, "server.js"), {
    ...{ cwd: standalone, execArgv: [...heapFlags, ...preloads], stdio: "ignore" },
    env: { ...process.env, ...settings, LOG_LEVEL: "error", PORT: String(port), HOSTNAME: "127.0.0.1" },
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  try {
    for (;;) {
      const answer = await fetch(`http://localhost:${port}/api/health/live`).catch(() => null);
      if (answer?.ok) return performance.now() - startedAt;
      await sleep(5);
    }
  } finally {
    child.kill("SIGKILL");
    await ended;
  }
}
