import type { IncomingHttpHeaders } from "node:http";

// What Next says to itself in headers, and would believe from outside too.
const internalNames = new Set([
  "content-security-policy",
  "content-security-policy-report-only",
  "x-nonce",
  "x-matched-path",
  "x-nextjs-data",
  "x-now-route-matches",
  "x-prerender-revalidate",
  "next-resume",
  "forwarded",
]);
const internalPrefixes = ["x-middleware-", "x-invoke-", "x-turnout-"];
const forwardedPrefix = "x-forwarded-";

/** Removes every header that only the framework, this guard or a trusted proxy may set. */
export function stripHeaders(headers: IncomingHttpHeaders, url: string, trustsProxy: boolean): void {
  for (const name of Object.keys(headers)) {
    const isInternal = internalNames.has(name) || internalPrefixes.some((prefix) => name.startsWith(prefix));
    if (isInternal || (!trustsProxy && name.startsWith(forwardedPrefix))) delete headers[name];
  }
  // A component payload under a page's own URL could be kept by a cache and served as the page.
  if (!/[?&]_rsc=/.test(url)) {
    delete headers.rsc;
    delete headers["next-router-prefetch"];
  }
}
