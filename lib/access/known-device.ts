import { isSameSecret, macFor } from "@/lib/platform/secrets";
import { bytesOfUuid, uuidOfBytes } from "@/lib/platform/uuid-bytes";

const mostAccounts = 5;

/**
 * The value of a browser's cookie that says which accounts signed in with it, the latest first:
 * their ids and a 16-byte MAC.
 */
export function knownDeviceTokenOf(userIds: readonly string[]): string {
  const body = Buffer.concat(userIds.slice(0, mostAccounts).map((userId) => bytesOfUuid(userId)));
  return Buffer.concat([macOf(body), body]).toString("base64url");
}

/**
 * The accounts that a genuine one names; none for anything else. It opens nothing: it only tells
 * whose browser this is.
 */
export function openKnownDeviceToken(token: string | undefined): string[] {
  const bytes = Buffer.from((token ?? "").slice(0, 200), "base64url");
  const body = bytes.subarray(16);
  if (body.length === 0 || body.length % 16 > 0 || !isSameSecret(bytes.subarray(0, 16), macOf(body))) return [];
  return Array.from({ length: body.length / 16 }, (_, nth) => uuidOfBytes(body.subarray(nth * 16, nth * 16 + 16)));
}

function macOf(body: Buffer): Buffer {
  return macFor("known-device", body).subarray(0, 16);
}
