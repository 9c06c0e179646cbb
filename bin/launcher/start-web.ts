import cluster from "node:cluster";
import path from "node:path";
import type { DataDir } from "./data-dir";
import type { Rights } from "./drop-rights";
import { endWhenSilent } from "./end-when-silent";
import { type Kept, keepRunning } from "./keep-running";
import { openLog } from "./log-file";
import { standalone } from "./paths";
import { allocatorSettings, heapFlags, preloadFlags } from "./web-flags";

/** Web processes behind one port of this address, each with the front before Next. */
export function startWeb(
  dataDir: DataDir,
  settings: Record<string, string>,
  { processes, address, user }: { processes: number; address: string; user: Rights["user"] },
): Kept[] {
  const logFile = dataDir.log("web");
  const log = openLog(logFile);
  cluster.setupPrimary({
    ...user,
    exec: path.join(standalone, "server.js"),
    execArgv: [...heapFlags, ...preloadFlags],
    cwd: standalone,
    stdio: ["ignore", log, log, "ipc"],
  });
  return Array.from({ length: processes }, () =>
    keepRunning("web", logFile, () => {
      const worker = cluster.fork({
        ...settings,
        ...allocatorSettings,
        HOSTNAME: address,
        NEXT_MANUAL_SIG_HANDLE: "true",
      });
      worker.on("error", () => {});
      endWhenSilent(worker.process);
      return worker.process;
    }),
  );
}
