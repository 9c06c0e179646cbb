import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { findProcessIdentity } from "@/lib/platform/embedded/process-identity";

type Holder = { pid: number; identity: string };

/**
 * Takes the lock that the file stands for, or returns the living process that holds it. A lock whose process is gone, also by
 * kill -9 or a power cut, is taken over.
 */
export function holdLock(file: string): Holder | null {
  const own = `${file}.${process.pid}`;
  const identity = findProcessIdentity(process.pid) ?? "unknown";
  writeFileSync(own, JSON.stringify({ pid: process.pid, identity } satisfies Holder));
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (linkIsMine(own, file)) return null;
      const holder = readHolder(file);
      if (holder && holder.pid !== process.pid && findProcessIdentity(holder.pid) === holder.identity) return holder;
      rmSync(file, { force: true });
    }
    throw new Error(`The lock ${file} can't be taken.`);
  } finally {
    rmSync(own, { force: true });
  }
}

/** Gives the lock back. */
export function releaseLock(file: string): void {
  rmSync(file, { force: true });
}

function linkIsMine(own: string, file: string): boolean {
  try {
    // Linking is atomic and brings the content with it: nobody ever reads a half-written lock.
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
