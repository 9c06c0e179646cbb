import { execFile } from "node:child_process";
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import type { PostgresBinaries } from "./postgres-binaries";
import { takeOwnership } from "./take-ownership";

export const clusterUser = "turnout";

/** Makes a new, empty cluster whose one user is `clusterUser`. It appears complete or not at all. */
export async function createCluster(binaries: PostgresBinaries, folder: string, password: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  const passwordFile = `${folder}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  takeOwnership(binaries, unfinished);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (binaries.owner) chownSync(passwordFile, binaries.owner.uid, binaries.owner.gid);
  try {
    const [command, ...args] = binaries.command("initdb", [
      ...["-D", unfinished, "-U", clusterUser, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
      ...["--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"],
    ]);
    await promisify(execFile)(command, args);
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}
