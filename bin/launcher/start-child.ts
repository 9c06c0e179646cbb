import { fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import path from "node:path";
import { childEnvironment } from "@/lib/platform/config";
import type { DataDir } from "./data-dir";
import type { Rights } from "./drop-rights";
import { type Kept, keepRunning } from "./keep-running";
import { openLog } from "./log-file";
import { bundles, root } from "./paths";

/** Runs one of the bundled entry points (`worker`, `ses-recorder`) and keeps it up; the web processes come before it. */
export function startChild(
  dataDir: DataDir,
  entry: string,
  settings: Record<string, string>,
  { user, cwd = root }: { user: Rights["user"]; cwd?: string },
): Kept {
  const logFile = dataDir.log(entry);
  const log = openLog(logFile);
  return keepRunning(entry, logFile, () => {
    const child = fork(path.join(bundles, `${entry}.js`), {
      ...user,
      cwd,
      env: childEnvironment(settings),
      execArgv: ["-r", path.join(bundles, "exit-with-launcher.cjs"), "--enable-source-maps"],
      stdio: ["ignore", log, log, "ipc"],
    });
    // Drawing a thousand mails must not keep those waiting who press "Register".
    if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    return child;
  });
}
