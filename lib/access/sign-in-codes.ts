import { macFor } from "@/lib/platform/secrets";

export const signInCodeSeconds = 10 * 60;
export const signInCodeAttempts = 5;

/** The six digits that belong to a challenge. Derived by HMAC from its id, so that no table and no queue ever holds a code. */
export function signInCodeOf(challengeId: string): string {
  const number = macFor("sign-in-code", challengeId).readUIntBE(0, 6) % 1_000_000;
  return String(number).padStart(6, "0");
}
