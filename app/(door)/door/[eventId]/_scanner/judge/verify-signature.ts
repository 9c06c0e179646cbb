import type { TicketKey } from "../roster/person";
import { bytesOfBase64url, signedText, type TicketClaim } from "./ticket-code";

/** Checks an Ed25519 signature (RFC 8032); null where this browser can't check any, because the page is not secure. */
export type Verify = (claim: TicketClaim, eventId: string, key: TicketKey) => Promise<boolean | null>;

// The first test vector of RFC 8032, to try with.
const anyKey = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
const imported = new Map<string, Promise<CryptoKey | null>>();

/**
 * True when the key signed this claim for this event. The browser's own Ed25519 does it; iOS before 17 and Chrome before 137 have
 * none, and phones that stay on those come to the door, so they load a small implementation in JavaScript instead.
 */
export const verifySignature: Verify = async (claim, eventId, { publicKey }) => {
  const { subtle } = globalThis.crypto;
  if (!subtle) return null;
  const text = signedText(claim, eventId);
  const key = await importKey(publicKey);
  if (key) return subtle.verify("Ed25519", key, claim.signature, text);
  const { verifyAsync } = await import("@noble/ed25519");
  return verifyAsync(claim.signature, text, bytesOfBase64url(publicKey), { zip215: false });
};

/** Loads what checking will need, so that it is here before the network goes. */
export async function prepareVerifying(): Promise<void> {
  if (globalThis.crypto.subtle && !(await importKey(anyKey))) await import("@noble/ed25519");
}

function importKey(publicKey: string): Promise<CryptoKey | null> {
  const known = imported.get(publicKey);
  if (known) return known;
  const key = crypto.subtle
    .importKey("raw", bytesOfBase64url(publicKey), "Ed25519", false, ["verify"])
    .catch(() => null);
  imported.set(publicKey, key);
  return key;
}
