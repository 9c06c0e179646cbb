/** What a ticket code says before its signature is checked: the layout of `lib/tickets/ticket-code.ts`, read in a browser. */
export type TicketClaim = {
  keyId: number;
  ticketId: string;
  head: Uint8Array<ArrayBuffer>;
  signature: Uint8Array<ArrayBuffer>;
};

const version = 1;
const headLength = 18;
const codeLength = 110;
const prefix = new TextEncoder().encode("turnout-ticket");

/** The claim of a code, unverified; null for what is no ticket code in its one canonical spelling. */
export function parseTicketCode(code: string): TicketClaim | null {
  if (code.length !== codeLength || !/^[A-Za-z0-9_-]+$/.test(code)) return null;
  const bytes = bytesOfBase64url(code);
  // The last character carries spare bits; only the spelling with none set is ours.
  if (base64urlOf(bytes) !== code || bytes[0] !== version) return null;
  const head = bytes.slice(0, headLength);
  const hex = Array.from(head.subarray(2), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const ticketId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { keyId: bytes[1] ?? 0, ticketId, head, signature: bytes.slice(headLength) };
}

/** What the signature covers: the code's head and the event, so that a code is genuine at one event only. */
export function signedText({ head }: TicketClaim, eventId: string): Uint8Array<ArrayBuffer> {
  const event = (eventId.replaceAll("-", "").match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return Uint8Array.from([...prefix, ...head, ...event]);
}

/** The bytes of a base64url text (RFC 4648, section 5) without padding. */
export function bytesOfBase64url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

function base64urlOf(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}
