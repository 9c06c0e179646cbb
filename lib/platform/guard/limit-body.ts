import type { IncomingMessage } from "node:http";

const apiBytes = 1_000_000;
const pageBytes = 256_000;
// A picture of 1 MB and the fields around it.
const pictureFormBytes = 1_300_000;

/**
 * How much may be sent to a path: a form's worth to pages, with a picture to those that take one,
 * a batch of scans to the API.
 */
export function maxBodyBytes(path: string): number {
  if (path.startsWith("/api/")) return apiBytes;
  return /^\/(?:manage|set-up)\//.test(path) ? pictureFormBytes : pageBytes;
}

// What is over the limit is still taken in and thrown away, so that the sender gets to read the answer; up to here.
const patienceBytes = 16_000_000;

/** What the announced length calls for: to go on, to refuse, or to refuse and hang up rather than take all that in. */
export function judgeLength(request: IncomingMessage, maxBytes: number): "fits" | "too much" | "far too much" {
  const bytes = Number(request.headers["content-length"] ?? 0);
  if (bytes <= maxBytes) return "fits";
  return bytes <= patienceBytes ? "too much" : "far too much";
}

/** Counts a body of unannounced length as it arrives, however it is read, and calls once when it passes the limit. */
export function countBody(request: IncomingMessage, maxBytes: number, onTooMuch: () => void): void {
  if (request.headers["transfer-encoding"] === undefined) return;
  const push = request.push.bind(request);
  let bytes = 0;
  request.push = (chunk: Buffer | null, encoding) => {
    const wasWithin = bytes <= maxBytes;
    bytes += chunk?.length ?? 0;
    if (bytes <= maxBytes) return push(chunk, encoding);
    if (wasWithin) onTooMuch();
    if (bytes > patienceBytes) request.destroy();
    // Ends whoever waits for the rest of the body; the refusal is given time to leave first.
    if (chunk === null) setTimeout(() => request.destroy(), 250);
    return true;
  };
}
