import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { config } from "@/lib/platform/config";
import { isSameSecret, keyFor, macFor } from "@/lib/platform/secrets";
import { bytesOfUuid, uuidOfBytes } from "@/lib/platform/uuid-bytes";

type Ticket = { eventId: string; ticketId: string };
/** A key id is the second byte of a code; the public key is the raw Ed25519 one in base64url. */
export type PublicKey = { keyId: number; publicKey: string };
type SigningKey = PublicKey & { privateKey: KeyObject };

const version = 1;
const headLength = 18;
const codeLength = 110;
// PKCS #8 around a raw Ed25519 seed (RFC 8410).
const seedPrefix = Buffer.from("302e020100300506032b657004220420", "hex");

let cached: SigningKey | undefined;
const opened = new Map<string, KeyObject>();

/**
 * The signed text in a ticket's QR code, 110 characters: version, key id, ticket id and an Ed25519 signature (RFC 8032) that
 * covers the event id too, so that a phone can verify a ticket it has never heard of, and only at its own event.
 */
export function ticketCodeOf({ eventId, ticketId }: Ticket): string {
  const { keyId, privateKey } = signingKey();
  const head = Buffer.concat([Buffer.from([version, keyId]), bytesOfUuid(ticketId)]);
  return Buffer.concat([head, sign(null, signedText(head, eventId), privateKey)]).toString("base64url");
}

/** The ticket id that a code claims, unverified; null when it is no ticket code at all. */
export function parseTicketCode(code: string): { ticketId: string } | null {
  if (code.length !== codeLength || !/^[A-Za-z0-9_-]+$/.test(code)) return null;
  const bytes = Buffer.from(code, "base64url");
  if (bytes[0] !== version) return null;
  return { ticketId: uuidOfBytes(bytes.subarray(2, headLength)) };
}

/** True when one of these keys signed this code for exactly this ticket of exactly this event. */
export function isTicketCodeOf(code: string, { eventId, ticketId }: Ticket, keys: PublicKey[]): boolean {
  if (parseTicketCode(code)?.ticketId !== ticketId) return false;
  const bytes = Buffer.from(code, "base64url");
  // The last characters of base64url carry spare bits: only the one canonical spelling is genuine.
  if (bytes.toString("base64url") !== code) return false;
  const head = bytes.subarray(0, headLength);
  const signature = bytes.subarray(headLength);
  const text = signedText(head, eventId);
  const own = signingKey();
  return keys.some(({ keyId, publicKey }) => {
    if (keyId !== head[1]) return false;
    // Each key has one signature for a text (RFC 8032, 5.1.6), and making it costs a third of checking it.
    if (publicKey === own.publicKey) return isSameSecret(signature, sign(null, text, own.privateKey));
    return verify(null, text, openKey(publicKey), signature);
  });
}

/** The public half of the key that signs tickets now. */
export function signingPublicKey(): PublicKey {
  const { keyId, publicKey } = signingKey();
  return { keyId, publicKey };
}

/** Derived from AUTH_SECRET and TICKET_KEY_VERSION: another of either is another key. */
function signingKey(): SigningKey {
  if (!cached) {
    const { TICKET_KEY_VERSION: number } = config();
    const seed = number === 0 ? keyFor("ticket-key").export() : macFor("ticket-key", String(number));
    const privateKey = createPrivateKey({ key: Buffer.concat([seedPrefix, seed]), format: "der", type: "pkcs8" });
    const key = createPublicKey(privateKey);
    const digest = createHash("sha256")
      .update(key.export({ format: "der", type: "spki" }))
      .digest();
    cached = { keyId: digest.readUInt8(0), publicKey: key.export({ format: "jwk" }).x ?? "", privateKey };
  }
  return cached;
}

function openKey(publicKey: string): KeyObject {
  const key =
    opened.get(publicKey) ?? createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKey }, format: "jwk" });
  opened.set(publicKey, key);
  return key;
}

function signedText(head: Buffer, eventId: string): Buffer {
  return Buffer.concat([Buffer.from("turnout-ticket"), head, bytesOfUuid(eventId)]);
}
