import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findProcessCommand, findProcessIdentity } from "./process-identity";

/** Stops a server that still runs on this cluster though its launcher is gone. True when there was one. */
export async function stopOrphan(folder: string): Promise<boolean> {
  const pidFile = path.join(folder, "postmaster.pid");
  const pid = readPid(pidFile);
  if (!pid || findProcessIdentity(pid) === null) return false;
  const command = findProcessCommand(pid) ?? "";
  if (!command.includes("postgres") || !command.includes(folder)) {
    // The pid went to a stranger (after a reboot, say), whom PostgreSQL would take for a server of ours.
    rmSync(pidFile, { force: true });
    return false;
  }
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (!kill(pid, signal)) return true;
    for (let waitedMs = 0; waitedMs < 10_000; waitedMs += 100) {
      if (findProcessIdentity(pid) === null) return true;
      await sleep(100);
    }
  }
  throw new Error(`An earlier PostgreSQL on ${folder} (process ${pid}) does not end.`);
}

function readPid(file: string): number | null {
  try {
    return Number(readFileSync(file, "utf8").split("\n")[0]) || null;
  } catch {
    return null;
  }
}

function kill(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
