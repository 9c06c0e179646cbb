import type { IncomingMessage } from "node:http";

const apiBytes = 1_000_000;
const pageBytes = 256_000;

/** How much may be sent to a path: a form's worth to pages, a batch of scans to the API. */
export function maxBodyBytes(path: string): number {
  return path.startsWith("/api/") ? apiBytes : pageBytes;
}

/** True when the announced length is over the limit already. */
export function announcesTooMuch(request: IncomingMessage, maxBytes: number): boolean {
  return Number(request.headers["content-length"] ?? 0) > maxBytes;
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
    return false;
  };
}
