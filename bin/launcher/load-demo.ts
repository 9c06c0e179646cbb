import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { childEnvironment } from "@/lib/platform/config";
import { bundles, root } from "./paths";
import type { Tell } from "./report";

/** Fills the empty database with the demo organisation, telling each line of its progress. */
export async function loadDemo(settings: Record<string, string>, tell: Tell): Promise<void> {
  const seed = fork(path.join(bundles, "seed.js"), {
    cwd: root,
    env: childEnvironment(settings),
    execArgv: ["--enable-source-maps"],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let complaint = "";
  seed.stderr?.on("data", (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-4_000);
  });
  if (seed.stdout) createInterface({ input: seed.stdout }).on("line", (line) => tell(line.trim()));
  const abandon = () => seed.kill();
  process.once("exit", abandon);
  const [code] = await once(seed, "exit");
  process.off("exit", abandon);
  if (code !== 0) throw new Error(`Loading the demo data failed:\n${complaint}`);
}
