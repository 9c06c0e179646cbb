import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { PeerOrder, PeerReport } from "./registration-peer";

/** Has another process register, and returns what its people were told. */
export async function registerInProcess(order: PeerOrder): Promise<PeerReport> {
  const child = fork(fileURLToPath(new URL("./registration-peer.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, NODE_ENV: "test" },
  });
  child.send(order);
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`the registering process ended with ${code} before it reported`);
  });
  const [report] = await Promise.race([once(child, "message"), failed]);
  return report as PeerReport;
}
