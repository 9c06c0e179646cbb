import { headers } from "next/headers";

/** The page of this site from which one came here, so that signing in leads back to it. */
export function cameFrom(): string | undefined {
  const referrer = headers().get("referer");
  if (!referrer || !URL.canParse(referrer)) return undefined;
  const { host, pathname, search } = new URL(referrer);
  return host === headers().get("host") && pathname !== "/sign-in" ? pathname + search : undefined;
}
