import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { heapFlags } from "@/bin/launcher/web-flags";

/** Bare node:http as a process of its own, with the product's settings; its address and its process. */
export async function startBare(settings: Record<string, string>) {
  const file = fileURLToPath(new URL("./bare.ts", import.meta.url));
  const child = fork(file, {
    execArgv: [...heapFlags, "--import", "tsx"],
    env: { ...process.env, ...settings, RATE_LIMIT_SCALE: "0" },
  });
  const [address] = await once(child, "message");
  return { url: `http://127.0.0.1:${address.port}`, pid: child.pid ?? 0, stop: () => child.kill() };
}
