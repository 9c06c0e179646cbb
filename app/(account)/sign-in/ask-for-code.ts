import { cookies } from "next/headers";
import { currentCaller } from "@/app/_server/current-caller";
import { ownPathOf } from "@/app/_server/own-path";
import type { ProviderPerson } from "@/lib/access/provider-claims";
import { requestSignInCode } from "@/lib/access/request-sign-in-code";
import { config } from "@/lib/platform/config";
import { AppError } from "@/lib/platform/errors";
import { rememberChallenge } from "./sign-in-challenge";
import { afterSignIn, signInHref } from "./sign-in-href";
import { rememberIdentity } from "./unproved-identity";

/**
 * Sends a code to the address that the provider gave without vouching for it, and says where it is
 * typed in.
 */
export async function askForCode(said: ProviderPerson, email: string): Promise<string> {
  try {
    const { challengeId } = await requestSignInCode({ email }, currentCaller());
    rememberChallenge({ challengeId });
    await rememberIdentity(challengeId, said);
    return signInHref({ next: nextOfProvider(), step: "code" });
  } catch (error) {
    if (error instanceof AppError) return `/sign-in?error=${error.code}`;
    throw error;
  }
}

// next-auth keeps in its own cookie where one wanted to go.
function nextOfProvider(): string {
  const { APP_URL } = config();
  const prefix = APP_URL.startsWith("https:") ? "__Secure-" : "";
  const url = cookies().get(`${prefix}next-auth.callback-url`)?.value ?? "";
  if (!URL.canParse(url, APP_URL)) return afterSignIn;
  const { pathname, search } = new URL(url, APP_URL);
  return ownPathOf(pathname + search, afterSignIn);
}
