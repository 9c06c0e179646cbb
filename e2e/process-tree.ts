import { readdirSync, readFileSync } from "node:fs";

type Row = { pid: number; parent: number; state: string };

/** The processes that this one started, and those that they started. Linux only. */
export function descendantsOf(pid: number): number[] {
  const children = listProcesses().filter((row) => row.parent === pid);
  return children.flatMap((child) => [child.pid, ...descendantsOf(child.pid)]);
}

/** True while the process runs; one that has ended but was not yet buried does not. */
export function isAlive(pid: number): boolean {
  return listProcesses().some((row) => row.pid === pid && row.state !== "Z");
}

/** The command line of a process, or an empty one. */
export function commandOf(pid: number): string {
  return readOrEmpty(`/proc/${pid}/cmdline`);
}

function listProcesses(): Row[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = readOrEmpty(`/proc/${name}/stat`);
      const [state = "", parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return stat ? [{ pid: Number(name), parent: Number(parent), state }] : [];
    });
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
