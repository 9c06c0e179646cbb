import { randomWord } from "@/lib/platform/random-word";

// Without I, L, O and U: nothing that looks like a digit, and fewer unlucky words (Crockford's base 32).
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A new eight-character reference, shown to people and typed at the door: random, one in 10^12. */
export function newTicketReference(): string {
  return Array.from({ length: 8 }, () => letters.charAt(randomWord() % 32)).join("");
}
