import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema/users";
import { inTransaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import type { Role } from "./actor";
import { type Caller, noCaller } from "./caller";
import { directoryRoleOf } from "./directory-role";
import { followDirectory } from "./follow-directory";
import { grantRole } from "./grant-role";
import { type Identified, identify } from "./identify";
import type { ProviderPerson, ProviderSettings } from "./provider-claims";
import { type StartedSession, startSession } from "./sessions";

/** Whether somebody is signed in, or why not. */
export type ProviderSignIn =
  | { outcome: "signed_in"; started: StartedSession }
  | Exclude<Identified, { outcome: "known" }>;

/**
 * Opens a session for somebody whom the identity provider vouches for. They are known by issuer and
 * subject alone; an address only leads a new identity to an account when it is proved, and never a
 * second one. Name, department, role and a free, proved address follow the directory.
 */
export async function signInWithProvider(
  said: ProviderPerson,
  settings: ProviderSettings,
  { caller = noCaller, idToken }: { caller?: Caller; idToken?: string } = {},
): Promise<ProviderSignIn> {
  const known = await inTransaction(undefined, async (tx) => {
    const found = await identify(tx, said);
    if (found.outcome === "known") await followDirectory(tx, found.userId, said);
    return found;
  });
  if (known.outcome !== "known") return known;
  await followRole(known, said, settings);
  return inTransaction(undefined, async (tx) => {
    const started = await startSession(known.userId, { method: "provider", caller }, tx);
    // What the provider asks before it vouches for somebody, a second factor too, is its own
    // business.
    const proof = { secondFactorAt: now(), idToken };
    await tx.update(sessions).set(proof).where(eq(sessions.id, started.person.sessionId));
    return { outcome: "signed_in" as const, started };
  });
}

async function followRole(
  { userId, role }: { userId: string; role: Role },
  said: ProviderPerson,
  settings: ProviderSettings,
): Promise<void> {
  const wanted = directoryRoleOf(said.roleValues, role, settings);
  if (wanted === role) return;
  try {
    await grantRole(null, { userId, role: wanted });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "last_admin") throw error;
    log.warn({ userId }, "the directory no longer names the last administrator, who stays one");
  }
}
