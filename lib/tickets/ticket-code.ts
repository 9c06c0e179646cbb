import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { keyFor } from "@/lib/platform/secrets";

type Ticket = { eventId: string; ticketId: string };
type SigningKey = { id: number; privateKey: KeyObject; publicKey: KeyObject };

const version = 1;
const headLength = 18;
const codeLength = 110;
// PKCS #8 around a raw Ed25519 seed (RFC 8410).
const seedPrefix = Buffer.from("302e020100300506032b657004220420", "hex");

let cached: SigningKey | undefined;

/**
 * The signed text in a ticket's QR code, 110 characters: version, key id, ticket id and an Ed25519 signature (RFC 8032) that
 * covers the event id too, so that a phone can verify a ticket it has never heard of, and only at its own event.
 */
export function ticketCodeOf({ eventId, ticketId }: Ticket): string {
  const { id, privateKey } = signingKey();
  const head = Buffer.concat([Buffer.from([version, id]), bytesOf(ticketId)]);
  return Buffer.concat([head, sign(null, signedText(head, eventId), privateKey)]).toString("base64url");
}

/** The ticket id that a code claims, unverified; null when it is no ticket code at all. */
export function parseTicketCode(code: string): { ticketId: string } | null {
  if (code.length !== codeLength || !/^[A-Za-z0-9_-]+$/.test(code)) return null;
  const bytes = Buffer.from(code, "base64url");
  if (bytes[0] !== version) return null;
  const ticketId = bytes.toString("hex", 2, headLength);
  return { ticketId: ticketId.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") };
}

/** True when we issued this code for exactly this ticket of exactly this event. */
export function isTicketCodeOf(code: string, { eventId, ticketId }: Ticket): boolean {
  if (parseTicketCode(code)?.ticketId !== ticketId) return false;
  const bytes = Buffer.from(code, "base64url");
  // The last characters of base64url carry spare bits: only the one canonical spelling is genuine.
  if (bytes.toString("base64url") !== code) return false;
  const head = bytes.subarray(0, headLength);
  return verify(null, signedText(head, eventId), signingKey().publicKey, bytes.subarray(headLength));
}

/** What a scanner needs to verify codes by itself: the key id in the code's second byte, and the raw public key. */
export function publicKey(): { keyId: number; publicKey: string } {
  const { id, publicKey: key } = signingKey();
  return { keyId: id, publicKey: key.export({ format: "jwk" }).x ?? "" };
}

function signingKey(): SigningKey {
  if (!cached) {
    const der = Buffer.concat([seedPrefix, keyFor("ticket-key")]);
    const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
    const publicPart = createPublicKey(privateKey);
    const digest = createHash("sha256")
      .update(publicPart.export({ format: "der", type: "spki" }))
      .digest();
    cached = { id: digest.readUInt8(0), privateKey, publicKey: publicPart };
  }
  return cached;
}

function signedText(head: Buffer, eventId: string): Buffer {
  return Buffer.concat([Buffer.from("turnout-ticket"), head, bytesOf(eventId)]);
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll("-", ""), "hex");
}
