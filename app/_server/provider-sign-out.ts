import { z } from "zod";
import { providerOf } from "@/lib/access/provider-settings";
import type { Config } from "@/lib/platform/config";
import { log } from "@/lib/platform/log";

const patienceMs = 5_000;
const discovered = z.object({ end_session_endpoint: z.url({ protocol: /^https?$/ }).optional() });

/**
 * Where a browser signs out at the provider (RP-Initiated Logout 1.0), from where it comes back to
 * the events; null when the provider can't be asked or has no such place.
 */
export async function providerSignOutUrl(settings: Config, idToken: string): Promise<string | null> {
  const provider = providerOf(settings);
  if (!provider) return null;
  try {
    const wellKnown = `${provider.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
    const answer = await fetch(wellKnown, { signal: AbortSignal.timeout(patienceMs) });
    const { end_session_endpoint: endpoint } = discovered.parse(await answer.json());
    if (!endpoint) return null;
    const url = new URL(endpoint);
    url.searchParams.set("id_token_hint", idToken);
    url.searchParams.set("client_id", provider.clientId);
    url.searchParams.set("post_logout_redirect_uri", `${settings.APP_URL}/events`);
    return url.href;
  } catch (error) {
    log.warn(
      { fault: error instanceof Error ? error.message : "unknown" },
      "the provider could not be asked to sign out",
    );
    return null;
  }
}
