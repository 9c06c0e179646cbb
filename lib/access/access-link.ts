import { and, eq, gt, isNull, or } from "drizzle-orm";
import { accessLinks } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { isSameSecret, macFor } from "@/lib/platform/secrets";
import { bytesOfUuid, uuidOfBytes } from "@/lib/platform/uuid-bytes";

export type AccessLinkKind = (typeof accessLinks.kind.enumValues)[number];

/**
 * The secret part of a link that lets in once: its id and a 16-byte MAC in base64url (43
 * characters). Derived, so that a copy of the database holds no link that works.
 */
export function accessLinkTokenOf(kind: AccessLinkKind, id: string): string {
  return Buffer.concat([bytesOfUuid(id), macOf(kind, id)]).toString("base64url");
}

/**
 * The id of the link of this kind that a genuine token names, whether or not it still works; null
 * for anything forged.
 */
export function openAccessLinkToken(kind: AccessLinkKind, token: string): string | null {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const id = uuidOfBytes(bytes.subarray(0, 16));
  return isSameSecret(bytes.subarray(16), macOf(kind, id)) ? id : null;
}

/**
 * Spends the link that the token names, and returns whom it lets in (null for the set-up link);
 * null when it is forged, used or past its time. Of two that use it at once one gets it.
 */
export async function spendAccessLink(
  tx: Transaction,
  kind: AccessLinkKind,
  token: string,
): Promise<{ userId: string | null } | null> {
  const id = openAccessLinkToken(kind, token);
  if (!id) return null;
  const { usedAt, expiresAt, userId } = accessLinks;
  const [used] = await tx
    .update(accessLinks)
    .set({ usedAt: now() })
    .where(and(eq(accessLinks.id, id), isNull(usedAt), or(isNull(expiresAt), gt(expiresAt, now()))))
    .returning({ userId });
  return used ?? null;
}

function macOf(kind: AccessLinkKind, id: string): Buffer {
  return macFor("access-link", kind, id).subarray(0, 16);
}
