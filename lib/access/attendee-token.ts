import { isSameSecret, macFor } from "@/lib/platform/secrets";
import { bytesOfUuid, uuidOfBytes } from "@/lib/platform/uuid-bytes";

type Registration = { eventId: string; registrationId: string; ticketId: string };

/**
 * The secret part of a registration's links: event id, registration id and a 16-byte MAC in base64url (64 characters).
 * It is bound to the ticket, so replacing a ticket voids the links that were sent with it.
 */
export function attendeeTokenOf({ eventId, registrationId, ticketId }: Registration): string {
  return Buffer.concat([
    bytesOfUuid(eventId),
    bytesOfUuid(registrationId),
    macOf(eventId, registrationId, ticketId),
  ]).toString("base64url");
}

/** The ids that a token claims, unverified; null when it is no token at all. */
export function parseAttendeeToken(token: string): { eventId: string; registrationId: string } | null {
  if (!/^[A-Za-z0-9_-]{64}$/.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  return { eventId: uuidOfBytes(bytes.subarray(0, 16)), registrationId: uuidOfBytes(bytes.subarray(16, 32)) };
}

/** True when the token was made for exactly this registration and ticket. */
export function isAttendeeTokenOf(token: string, { eventId, registrationId, ticketId }: Registration): boolean {
  return isSameSecret(Buffer.from(token, "base64url").subarray(32), macOf(eventId, registrationId, ticketId));
}

function macOf(eventId: string, registrationId: string, ticketId: string): Buffer {
  return macFor("ticket", eventId, registrationId, ticketId).subarray(0, 16);
}
