import { headers } from "next/headers";
import { config } from "@/lib/platform/config";

/** The page of this site from which one came here, so that signing in leads back to it. */
export function cameFrom(): string | undefined {
  const referrer = headers().get("referer");
  if (!referrer || !URL.canParse(referrer)) return undefined;
  const { host, pathname, search } = new URL(referrer);
  return host === headers().get("host") && pathname !== "/sign-in" ? pathname + search : undefined;
}

/** The path of a page of this site that next-auth names by its whole address. */
export function pathOfCallback(url: unknown): string | undefined {
  const site = config().APP_URL;
  if (typeof url !== "string" || !URL.canParse(url, site)) return undefined;
  const { origin, pathname, search } = new URL(url, site);
  return origin === new URL(site).origin ? pathname + search : undefined;
}
