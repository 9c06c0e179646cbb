import type { IncomingMessage } from "node:http";
import { parseTheme, type Theme, themeCookie } from "@/app/_components/theme";
import { cookieValue } from "./cookies";
import { namesSomebody } from "./reader-cookie";

/** A public page that is asked for: as everybody gets it, or drawn for this request. */
export type PublicPage = {
  /** The path with the parameters that the page knows, in one order. */
  target: string;
  theme: Theme;
  isShared: boolean;
};

/** A shared page as it is drawn: for everybody, or where lists differ for an audience. */
export type SharedPage = Pick<PublicPage, "target" | "theme"> & { audience: string | null };

const publicPath = /^\/(?:events(?:\/[^/]+)?|registrations|(?:tickets|surveys)\/[^/]+)?$/;
const sharedPath = /^\/(?:events(?:\/[a-z0-9-]{1,100})?)?$/;
const knownParameters = { "/": [], "/events": ["q", "category", "when", "cursor"] } as Record<string, string[]>;
const eventParameters = ["invitation"];
const longestSharedTarget = 2_000;

/** True for the path of a page that carries no framework in the browser. */
export function isPublicPath(path: string): boolean {
  return publicPath.test(path);
}

/**
 * The public page of this path that a request asks for. What an address says beyond what the page
 * knows changes nothing, nor does who asks, unless an event's page is asked for as somebody's own
 * (`me=1`) by somebody.
 */
export function publicPageOf({ method, url = "", headers }: IncomingMessage, path: string): PublicPage {
  const theme = parseTheme(cookieValue(headers.cookie, themeCookie));
  if ((method !== "GET" && method !== "HEAD") || !sharedPath.test(path)) return { target: url, theme, isShared: false };
  const query = url.length === path.length ? null : new URLSearchParams(url.slice(path.length + 1));
  const target = query ? withParameters(path, query) : path;
  if (query?.get("me") === "1" && isEventPath(path) && namesSomebody(headers.cookie))
    return { target: ownTargetOf(target), theme, isShared: false };
  return { target, theme, isShared: target.length <= longestSharedTarget };
}

/** The address of an event's page as it is drawn for whoever asks. */
export function ownTargetOf(target: string): string {
  return `${target}${target.includes("?") ? "&" : "?"}me=1`;
}

/** True for the page of one event. */
export function isEventPath(path: string): boolean {
  return path.startsWith("/events/");
}

function withParameters(path: string, query: URLSearchParams): string {
  const known = new URLSearchParams();
  for (const name of knownParameters[path] ?? eventParameters) {
    const value = query.get(name);
    if (value) known.set(name, value);
  }
  return known.size > 0 ? `${path}?${known}` : path;
}
