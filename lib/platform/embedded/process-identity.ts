import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** What tells this process from any later one with the same pid; null when no such process lives. */
export function findProcessIdentity(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (process.platform === "linux") {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // The command name may hold spaces: count fields after its closing bracket. State is 3rd, start time 22nd.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
      return fields[0] === "Z" ? null : `${boot}:${fields[19]}`;
    } catch {
      return null;
    }
  }
  return runPs("lstart=", pid);
}

/** The command line of a living process, or null. */
export function findProcessCommand(pid: number): string | null {
  if (process.platform !== "linux") return runPs("command=", pid);
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim() || null;
  } catch {
    return null;
  }
}

function runPs(field: string, pid: number): string | null {
  try {
    return execFileSync("ps", ["-o", field, "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}
