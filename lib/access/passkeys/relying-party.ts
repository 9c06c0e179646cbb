import { isIP } from "node:net";
import type { Config } from "@/lib/platform/config";

/** The site as authenticators know it (Web Authentication Level 3, 4: relying party). */
export type RelyingParty = { id: string; name: string; origin: string };

/**
 * The site that passkeys are made for, by the name of APP_URL; null where browsers make none: under
 * a bare address, or without https on another name than localhost.
 */
export function relyingPartyOf({ APP_URL }: Pick<Config, "APP_URL">): RelyingParty | null {
  const { protocol, hostname, host, origin } = new URL(APP_URL);
  const isSecure = protocol === "https:" || hostname === "localhost" || hostname.endsWith(".localhost");
  if (!isSecure || isIP(hostname.replace(/^\[|\]$/g, ""))) return null;
  return { id: hostname, name: host, origin };
}
