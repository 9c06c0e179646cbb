import { randomBytes } from "node:crypto";

// Without I, L, O and U: nothing that looks like a digit, and fewer unlucky words (Crockford's base 32).
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A new eight-character reference, shown to people and typed at the door: random, one in 10^12. */
export function newTicketReference(): string {
  return Array.from(randomBytes(8), (byte) => letters.charAt(byte % 32)).join("");
}
