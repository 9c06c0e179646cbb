import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { bundles, root } from "@/bin/launcher/paths";

/** The product's worker as it runs in production, in a process of its own that ends with this one. */
export async function forkWorker(settings: Record<string, string>): Promise<ChildProcess> {
  const child = fork(path.join(bundles, "worker.js"), {
    cwd: root,
    env: { ...process.env, ...settings },
    stdio: "inherit",
  });
  await once(child, "message");
  return child;
}

/** SIGTERM, and wait until it has finished what it began. */
export async function endWorker(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}
