import { encoded } from "./encoded";
import { scriptTags } from "./reader-script";
import { removeFramework } from "./remove-framework";
import type { Rendering } from "./render-page";
import { type CachedAnswer, etagOf } from "./write-cached";

// Whoever stands between (a CDN) may answer for a second; a browser asks each time, since the page
// may have changed.
const forEverybody = "public, max-age=0, s-maxage=1, must-revalidate";
const forOneRequest = "private, no-cache, no-store, max-age=0, must-revalidate";

/**
 * The rendering as everybody gets it: without the framework, and with no header that Next may have
 * meant for one caller.
 */
export function sharedPageOf({ status, headers: said, html: drawn }: Rendering): CachedAnswer {
  if (status >= 500) throw new Error(`Next answered ${status}`);
  // Next's body of a redirect is its framework, for scripts alone.
  const bytes = Buffer.from(said.location === undefined ? removeFramework(drawn, scriptTags()) : "");
  const isLasting = status === 200 || status === 307 || status === 308;
  const headers = {
    "Content-Type": said["content-type"] ?? "text/html; charset=utf-8",
    "Cache-Control": isLasting ? forEverybody : forOneRequest,
    Vary: "Cookie, Accept-Encoding",
    ...(said.location && { Location: said.location }),
    ...(said.link && { Link: String(said.link) }),
  };
  return { status, headers, etag: isLasting ? etagOf(bytes) : null, bodies: encoded(bytes) };
}

/** The same answer for those of an audience: no cache on the way may keep it. */
export function keptFromOthers(page: CachedAnswer): CachedAnswer {
  return { ...page, headers: { ...page.headers, "Cache-Control": "private, no-cache" } };
}

/** The same answer for one caller alone, whose marker it sets: no cache may keep it. */
export function withMarker(page: CachedAnswer, marker: string): CachedAnswer {
  return {
    ...page,
    etag: null,
    headers: { ...page.headers, "Cache-Control": "private, no-store", "Set-Cookie": marker },
  };
}
