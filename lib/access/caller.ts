/** Where a request to sign in comes from. */
export type Caller = {
  /** The client's address, or its /64: what guesses are counted by. */
  network: string;
  userAgent: string | null;
  /** The accounts that signed in with this browser before. */
  knownAccounts: readonly string[];
};

/**
 * How somebody said who they are. A password alone proves nothing new: it may have been guessed or
 * found.
 */
export type SignInMethod = "code" | "password" | "provider" | "link" | "passkey";

/** Nobody's browser: a command, a bench or a test. */
export const noCaller: Caller = { network: "unknown", userAgent: null, knownAccounts: [] };
