import { chownSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

type Heir = { owner: { uid: number; gid: number } | null };

/**
 * Gives a data folder to the user whose program will use it; root only, and only where it is not so
 * already.
 */
export function takeOwnership({ owner }: Heir, folder: string): void {
  if (!owner || statSync(folder).uid === owner.uid) return;
  for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    chownSync(path.join(folder, entry), owner.uid, owner.gid);
  }
  // Last, so that an interrupted run is begun again.
  chownSync(folder, owner.uid, owner.gid);
}
