import { copyFileSync, openSync, readFileSync, statSync, truncateSync } from "node:fs";

const maxBytes = 50_000_000;
const opened = new Set<string>();

/** A descriptor for children to append their output to. The file is cut when it has grown large; one earlier part is kept. */
export function openLog(file: string): number {
  if (opened.size === 0) setInterval(cutLargeLogs, 60_000).unref();
  opened.add(file);
  return openSync(file, "a", 0o600);
}

/** What whoever started us is told of a log: its name and its last forty lines. */
export function endOfLog(file: string): string {
  return `The end of ${file}:\n\n${readFileSync(file, "utf8").trim().split("\n").slice(-40).join("\n")}`;
}

function cutLargeLogs(): void {
  for (const file of opened) {
    // Children hold the file open, so it is emptied in place rather than renamed.
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) < maxBytes) continue;
    copyFileSync(file, `${file}.1`);
    truncateSync(file);
  }
}
