import { currentCaller } from "@/app/_server/current-caller";
import type { ProviderPerson } from "@/lib/access/provider-claims";
import { revokeSession, type StartedSession } from "@/lib/access/sessions";
import { signInWithProvider } from "@/lib/access/sign-in-with-provider";
import { config } from "@/lib/platform/config";
import { AppError } from "@/lib/platform/errors";
import { signInFault } from "./sign-in-fault";

/**
 * The provider's session for somebody whose code proved the address that the provider gave; it
 * stands in for the code's own.
 */
export async function linkIdentity({ person }: StartedSession, said: ProviderPerson): Promise<StartedSession> {
  await revokeSession(person.sessionId);
  const result = await signInWithProvider({ ...said, isEmailProved: said.email === person.email }, config(), {
    caller: currentCaller(),
  });
  if (result.outcome === "signed_in") return result.started;
  throw new AppError("forbidden", signInFault(result.outcome, config().OIDC_NAME));
}
