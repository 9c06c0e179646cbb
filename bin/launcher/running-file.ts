import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

// Whoever may have these has them from where they were set, or from files of their own in the data
// dir.
const secrets = new Set(["AUTH_SECRET", "CRON_SECRET"]);

/**
 * Tells commands on this machine where everything answers, for as long as it does: what the
 * launcher decided or found, without secrets, and the database only where it is our own.
 */
export function writeRunningFile(file: string, decided: Record<string, string>, usesOwnDatabase: boolean): void {
  const told = Object.entries(decided).filter(
    ([name]) => !secrets.has(name) && (usesOwnDatabase || name !== "DATABASE_URL"),
  );
  const content = JSON.stringify({ pid: process.pid, ...Object.fromEntries(told) }, null, 2);
  writeFileSync(file, content, { mode: 0o600 });
}

/** What the product that runs on this data dir told; nothing while none does. */
export function readRunningFile(dataFolder: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(path.join(dataFolder, "running.json"), "utf8"));
  } catch {
    return {};
  }
}
