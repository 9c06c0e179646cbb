import { isSameSecret, macFor } from "@/lib/platform/secrets";
import { bytesOfUuid, uuidOfBytes } from "@/lib/platform/uuid-bytes";
import type { DeviceClaim } from "./actor";

type DoorLink = { eventId: string; linkId: string; version: number };

/**
 * The secret part of a door link: event id, link id and a 16-byte MAC in base64url (64 characters). It is derived, so that the
 * organizer's page can show it again, and a leaked database opens no door; another version of the link makes it worthless.
 */
export function doorLinkTokenOf({ eventId, linkId, version }: DoorLink): string {
  return sealed(eventId, linkId, linkMac({ eventId, linkId, version }));
}

/** The ids that a door link's token claims, unverified; null when it is no token at all. */
export function parseDoorLinkToken(token: string): { eventId: string; linkId: string } | null {
  const ids = opened(token);
  return ids && { eventId: ids.eventId, linkId: ids.id };
}

/** True when the token was made for exactly this version of this link. */
export function isDoorLinkTokenOf(token: string, link: DoorLink): boolean {
  return isSameSecret(Buffer.from(token, "base64url").subarray(32), linkMac(link));
}

/** The secret that a phone at the door keeps in its cookie: event id, device id and a 16-byte MAC. */
export function deviceTokenOf({ eventId, deviceId }: DeviceClaim): string {
  return sealed(eventId, deviceId, deviceMac({ eventId, deviceId }));
}

/** The device of a genuine token, whether or not it may still enter; null for anything forged. */
export function findDeviceOfToken(token: string | undefined): DeviceClaim | null {
  const ids = token === undefined ? null : opened(token);
  if (!token || !ids) return null;
  const claim = { eventId: ids.eventId, deviceId: ids.id };
  return isSameSecret(Buffer.from(token, "base64url").subarray(32), deviceMac(claim)) ? claim : null;
}

function linkMac({ eventId, linkId, version }: DoorLink): Buffer {
  return macFor("door-link", eventId, linkId, String(version)).subarray(0, 16);
}

function deviceMac({ eventId, deviceId }: DeviceClaim): Buffer {
  return macFor("door-device", eventId, deviceId).subarray(0, 16);
}

function sealed(eventId: string, id: string, mac: Buffer): string {
  return Buffer.concat([bytesOfUuid(eventId), bytesOfUuid(id), mac]).toString("base64url");
}

function opened(token: string): { eventId: string; id: string } | null {
  if (!/^[A-Za-z0-9_-]{64}$/.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  return { eventId: uuidOfBytes(bytes.subarray(0, 16)), id: uuidOfBytes(bytes.subarray(16, 32)) };
}
