import { isSameSecret, macFor } from "@/lib/platform/secrets";

/**
 * The refresh token of a session's given generation: session id (16 bytes), generation (4) and HMAC (32) in base64url.
 * Nothing of it is stored, so a leaked database holds no token.
 */
export function refreshTokenOf(sessionId: string, generation: number): string {
  const head = Buffer.alloc(20);
  head.write(sessionId.replaceAll("-", ""), 0, "hex");
  head.writeUInt32BE(generation, 16);
  return Buffer.concat([head, macFor("refresh-token", head)]).toString("base64url");
}

/** The session and generation of a genuine refresh token, spent or not; null for anything forged. */
export function parseRefreshToken(token: string): { sessionId: string; generation: number } | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== 52) return null;
  const head = bytes.subarray(0, 20);
  if (!isSameSecret(bytes.subarray(20), macFor("refresh-token", head))) return null;
  const sessionId = head.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { sessionId, generation: head.readUInt32BE(16) };
}
