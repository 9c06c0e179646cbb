import { copyFileSync, openSync, statSync, truncateSync } from "node:fs";

const maxBytes = 50_000_000;
const opened = new Set<string>();

/** A descriptor for children to append their output to. The file is cut when it has grown large; one earlier part is kept. */
export function openLog(file: string): number {
  if (opened.size === 0) setInterval(cutLargeLogs, 60_000).unref();
  opened.add(file);
  return openSync(file, "a", 0o600);
}

function cutLargeLogs(): void {
  for (const file of opened) {
    // Children hold the file open, so it is emptied in place rather than renamed.
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) < maxBytes) continue;
    copyFileSync(file, `${file}.1`);
    truncateSync(file);
  }
}
