import type { Config } from "@/lib/platform/config";
import { AppError } from "@/lib/platform/errors";

export type Provider = { issuer: string; clientId: string; clientSecret: string; name: string };

type Settings = Pick<Config, "OIDC_ISSUER" | "OIDC_CLIENT_ID" | "OIDC_CLIENT_SECRET" | "OIDC_NAME" | "LOCAL_SIGN_IN">;

/** The organisation's identity provider, or null where none is set. */
export function providerOf({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
  OIDC_NAME: name,
}: Settings): Provider | null {
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, name } : null;
}

/** Whether people may come in by a code or a password of this site. */
export function hasLocalSignIn(settings: Settings): boolean {
  return settings.LOCAL_SIGN_IN || providerOf(settings) === null;
}

/** Refuses as `forbidden` where people come in by the provider alone. */
export function requireLocalSignIn(settings: Settings): void {
  if (!hasLocalSignIn(settings))
    throw new AppError("forbidden", `People sign in here with ${settings.OIDC_NAME}, not by a code or a password.`);
}
