import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import type { Person } from "./actor";

/**
 * For so long a proof opens what a stolen browser must not: passwords, passkeys, erasing oneself.
 */
const proofSeconds = 10 * 60;

/**
 * True when whoever uses this session, as looked up for a request or as stored, proved within ten minutes by a code, a passkey, a link or the
 * provider who they are.
 */
export function hasFreshProof({ provedAt }: Pick<Person, "provedAt">): boolean {
  return provedAt != null && provedAt.getTime() > now().getTime() - proofSeconds * 1000;
}

/** Such a proof, or `proof_required`. */
export function requireFreshProof(person: Person): void {
  if (!hasFreshProof(person))
    throw new AppError(
      "proof_required",
      "Confirm that it is you first: with a code by mail, not older than ten minutes.",
    );
}
