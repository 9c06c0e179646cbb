import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

type Row = { pid: number; parent: number; state: string };

/** The processes that this one started, and those that they started. Linux only. */
export function descendantsOf(pid: number): number[] {
  const children = listProcesses().filter((row) => row.parent === pid);
  return children.flatMap((child) => [child.pid, ...descendantsOf(child.pid)]);
}

/** The processes among those that this one started whose command line holds these words. */
export function findDescendants(pid: number, words: string): number[] {
  return descendantsOf(pid).filter((descendant) => commandOf(descendant).includes(words));
}

/** The first of these; throws without one. */
export function findDescendant(pid: number, words: string): number {
  const [found] = findDescendants(pid, words);
  if (found === undefined) throw new Error(`process ${pid} has started no ${words}`);
  return found;
}

/** True while the process runs; one that has ended but was not yet buried does not. */
export function isAlive(pid: number): boolean {
  return listProcesses().some((row) => row.pid === pid && row.state !== "Z");
}

/** The command line of a process, or an empty one. */
export function commandOf(pid: number): string {
  return readOrEmpty(`/proc/${pid}/cmdline`);
}

/** The memory that a process has resident, in MB. */
export function residentMegabytesOf(pid: number): number {
  return Number(readOrEmpty(`/proc/${pid}/status`).match(/^VmRSS:\s+(\d+) kB/m)?.[1] ?? 0) / 1024;
}

/** The number of the user whom a process runs as. */
export function ownerOf(pid: number): number {
  return Number(readOrEmpty(`/proc/${pid}/status`).match(/^Uid:\s+(\d+)/m)?.[1] ?? -1);
}

/** The embedded PostgreSQL of that data dir. */
export function postmasterOf(dataDir: string): number {
  return Number(readFileSync(path.join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

const clockTicksPerSecond = 100;

/** The processor time that a process has used so far, in microseconds, with that of its children that have ended (proc(5)). */
export function processorMicrosecondsOf(pid: number): number {
  const stat = readOrEmpty(`/proc/${pid}/stat`);
  const ticks = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 15);
  return (ticks.reduce((sum, part) => sum + Number(part), 0) / clockTicksPerSecond) * 1_000_000;
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
