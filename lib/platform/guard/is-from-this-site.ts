import type { IncomingHttpHeaders } from "node:http";

/**
 * True when a browser says that a page of one of these hosts sent the request: by Origin (RFC
 * 6454), where it is missing by Sec-Fetch-Site (Fetch Metadata Request Headers, 2.4). One that says
 * neither is no browser's form.
 */
export function isFromThisSite(headers: IncomingHttpHeaders, hosts: readonly (string | undefined)[]): boolean {
  const { origin } = headers;
  if (origin === undefined) return headers["sec-fetch-site"] === "same-origin";
  return URL.canParse(origin) && hosts.includes(new URL(origin).host);
}
