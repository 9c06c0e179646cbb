import { type SiteAddress, sharedPagePolicy } from "@/lib/platform/guard/answer-headers";
import { encoded } from "./encoded";
import type { Rendering } from "./render-page";
import { scriptHashesOf } from "./script-hashes";
import { variesBy } from "./write-answer";
import { etagOf, type Kept } from "./write-kept";

// Whoever stands between (a CDN) may answer for a second; a browser asks each time, since its owner may have signed in meanwhile.
const forAnybody = "public, max-age=0, s-maxage=1, must-revalidate";
const forOne = "private, no-cache, no-store, max-age=0, must-revalidate";

/** The rendering as a page for anybody, whose scripts run by their hashes; null when it says something to one caller alone, or is no page. */
export function keptPageOf({ status, headers: said, html: drawn, nonce }: Rendering, site: SiteAddress): Kept | null {
  const isRedirect = said.location !== undefined;
  if (said["set-cookie"] || (!isRedirect && !said["content-type"]?.startsWith("text/html"))) return null;
  const { html, hashes } = scriptHashesOf(drawn, nonce);
  const headers = {
    "Content-Type": said["content-type"] ?? "text/html; charset=utf-8",
    "Content-Security-Policy": sharedPagePolicy(hashes, site),
    "Cache-Control": isKeepable(status) ? forAnybody : forOne,
    Vary: `${variesBy}, Cookie, Accept-Encoding`,
    ...(said.location && { Location: said.location }),
    ...(said.link && { Link: String(said.link) }),
  };
  const bytes = Buffer.from(html);
  return { status, headers, etag: isKeepable(status) ? etagOf(bytes) : null, bodies: encoded(bytes) };
}

/** True for what stays so for a while; an error is told to those who wait for it and forgotten. */
export function isKeepable(status: number): boolean {
  return status === 200 || status === 307 || status === 308;
}
