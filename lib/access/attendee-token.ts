import { isSameSecret, macFor } from "@/lib/platform/secrets";
import { bytesOfUuid, uuidOfBytes } from "@/lib/platform/uuid-bytes";

type Registration = { eventId: string; registrationId: string; ticketId: string };

/**
 * `proved` went to the mailbox, or to the signed-in owner. `claimed` is what the answer to a form
 * gave whoever filled it in, with an address that need not be theirs.
 */
export type TokenKind = "proved" | "claimed";

/**
 * The secret part of a registration's links: event id, registration id and a 16-byte MAC in base64url (64 characters).
 * It is bound to the ticket, so replacing a ticket voids the links that were sent with it.
 */
export function attendeeTokenOf(registration: Registration, kind: TokenKind = "proved"): string {
  const { eventId, registrationId } = registration;
  return Buffer.concat([bytesOfUuid(eventId), bytesOfUuid(registrationId), macOf(registration, kind)]).toString(
    "base64url",
  );
}

/** The ids that a token claims, unverified; null when it is no token at all. */
export function parseAttendeeToken(token: string): { eventId: string; registrationId: string } | null {
  if (!/^[A-Za-z0-9_-]{64}$/.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  return { eventId: uuidOfBytes(bytes.subarray(0, 16)), registrationId: uuidOfBytes(bytes.subarray(16, 32)) };
}

/**
 * Of which kind the token is, when it was made for exactly this registration and ticket; else null.
 */
export function findTokenKind(token: string, registration: Registration): TokenKind | null {
  const mac = Buffer.from(token, "base64url").subarray(32);
  if (isSameSecret(mac, macOf(registration, "proved"))) return "proved";
  return isSameSecret(mac, macOf(registration, "claimed")) ? "claimed" : null;
}

function macOf({ eventId, registrationId, ticketId }: Registration, kind: TokenKind): Buffer {
  const purpose = kind === "proved" ? "ticket" : "claimed-ticket";
  return macFor(purpose, eventId, registrationId, ticketId).subarray(0, 16);
}
