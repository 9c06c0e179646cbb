import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import path from "node:path";
import { holdLock } from "./hold-lock";
import { StartFault } from "./start-fault";

export type DataDir = ReturnType<typeof openDataDir>;

const neededMegabytes = 200;

/** The data dir, made when missing, proven writable and roomy, and locked for this process. */
export function openDataDir(folder: string) {
  const inside = (...names: string[]) => path.join(folder, ...names);
  const lockFile = inside("start.lock");
  explained(folder, () => {
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!existsSync(inside("logs"))) mkdirSync(inside("logs"), { mode: 0o700 });
    const { bavail, bsize } = statfsSync(folder);
    const freeMegabytes = Math.floor((bavail * bsize) / 2 ** 20);
    if (freeMegabytes < neededMegabytes) throw fullFault(folder, `${freeMegabytes} MB left, ${neededMegabytes} needed`);
    probe(inside(`.probe-${process.pid}`));
    const holder = holdLock(lockFile);
    if (!holder) return;
    throw new StartFault(
      `Turnout is already running on the data dir ${folder} (process ${holder.pid}).\n` +
        `Stop that one first (kill ${holder.pid}), or start this one with another TURNOUT_DATA_DIR and PORT.`,
    );
  });
  // Tells tools on this machine where everything answers, for as long as it does.
  const runningFile = inside("running.json");
  return { folder, inside, lockFile, runningFile, log: (name: string) => inside("logs", `${name}.log`) };
}

/** Runs `work`; what the file system says against the data dir becomes a fault that names the setting. */
export function explained<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOSPC" || code === "EDQUOT") throw fullFault(folder, String(code));
    // Making a folder and its parents on a read-only disk ends with ENOENT.
    if (code === "ENOENT" || code === "EACCES" || code === "EPERM" || code === "EROFS") {
      throw new StartFault(
        `The data dir ${folder} can't be written (${code}).\n` +
          "Make it writable for this user, or set TURNOUT_DATA_DIR to a folder that is.",
      );
    }
    if (code === "ENOTDIR" || code === "EEXIST") {
      throw new StartFault(`The data dir ${folder} is not a folder.\nSet TURNOUT_DATA_DIR to one, or to a new name.`);
    }
    throw error;
  }
}

function fullFault(folder: string, how: string): StartFault {
  return new StartFault(
    `The disk of the data dir ${folder} is full (${how}).\nMake room there, or set TURNOUT_DATA_DIR to a folder on another disk.`,
  );
}

function probe(file: string): void {
  const handle = openSync(file, "w", 0o600);
  try {
    writeSync(handle, Buffer.alloc(1024 * 1024));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
    rmSync(file, { force: true });
  }
}
