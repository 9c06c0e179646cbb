import { chownSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { PostgresBinaries } from "./postgres-binaries";

/** Gives a data folder to the user PostgreSQL will run as; root only, and only where it is not so already. */
export function takeOwnership({ owner }: PostgresBinaries, folder: string): void {
  if (!owner || statSync(folder).uid === owner.uid) return;
  for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    chownSync(path.join(folder, entry), owner.uid, owner.gid);
  }
  // Last, so that an interrupted run is begun again.
  chownSync(folder, owner.uid, owner.gid);
}
