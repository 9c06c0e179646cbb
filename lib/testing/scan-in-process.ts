import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { DoorOrder, DoorReport } from "./door-peer";

/** Sends the batches from another process, so many at once over as many connections, and returns the verdicts. */
export async function scanInProcess(order: DoorOrder): Promise<DoorReport> {
  const child = fork(fileURLToPath(new URL("./door-peer.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, NODE_ENV: "test", DATABASE_POOL_SIZE: String(order.atOnce) },
  });
  child.send(order);
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`the process at the door ended with ${code} before it reported`);
  });
  const [report] = await Promise.race([once(child, "message"), failed]);
  return report as DoorReport;
}
