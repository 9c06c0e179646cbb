import { isSameSecret, macFor } from "@/lib/platform/secrets";
import { bytesOfUuid, uuidOfBytes } from "@/lib/platform/uuid-bytes";

/** What a browser's session cookie says: which rotation of which session, and since when. */
export type BrowserClaim = { sessionId: string; generation: number; issuedAt: Date };

/**
 * The value of a browser's session cookie: session id (16 bytes), generation (4), the instant of
 * that rotation in seconds (4) and HMAC (32) in base64url. It names nobody, and none is stored.
 */
export function browserTokenOf({ sessionId, generation, issuedAt }: BrowserClaim): string {
  const head = Buffer.alloc(24);
  bytesOfUuid(sessionId).copy(head);
  head.writeUInt32BE(generation, 16);
  head.writeUInt32BE(Math.floor(issuedAt.getTime() / 1000), 20);
  return Buffer.concat([head, macFor("browser-session", head)]).toString("base64url");
}

/** What a genuine cookie says, spent or not; null for anything else. */
export function parseBrowserToken(token: string | undefined): BrowserClaim | null {
  if (!token || !/^[\w-]{75}$/.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const head = bytes.subarray(0, 24);
  if (!isSameSecret(bytes.subarray(24), macFor("browser-session", head))) return null;
  return {
    sessionId: uuidOfBytes(head.subarray(0, 16)),
    generation: head.readUInt32BE(16),
    issuedAt: new Date(head.readUInt32BE(20) * 1000),
  };
}
