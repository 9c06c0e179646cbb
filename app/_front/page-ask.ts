import type { IncomingMessage } from "node:http";
import { parseTheme, type Theme, themeCookie } from "@/app/_components/theme";
import { doorCookie } from "@/app/_server/door-cookie";
import { readCookie } from "@/app/_server/request-actor";
import { sessionCookie } from "@/app/_server/session-cookie";
import { IncomingApiRequest } from "./api-request";

/** A public page as anybody gets it: all that it may depend on. */
export type PageAsk = { target: string; theme: Theme };

const publicPath = /^\/(events(\/[a-z0-9-]{1,100})?)?$/;
const filters = new Set(["category", "when", "cursor"]);
const componentHeaders = ["rsc", "next-router-state-tree", "next-router-prefetch", "next-url"];
const personalCookies = [sessionCookie.name, doorCookie.name];
const longestTarget = 700;

/**
 * What this request asks for, if it is a public page and nobody in particular asks: no session, no phone of a door, no part of a page
 * for a script, and nothing in the query that the page does not know. Otherwise null.
 */
export function pageAskOf(request: IncomingMessage): PageAsk | null {
  const { method, url: target = "", headers } = request;
  if ((method !== "GET" && method !== "HEAD") || target.length > longestTarget) return null;
  const [path = "", query] = target.split("?", 2);
  if (!publicPath.test(path) || (query !== undefined && !isKnown(path, query))) return null;
  if (componentHeaders.some((name) => headers[name] !== undefined)) return null;
  if (headers.cookie === undefined) return { target, theme: "system" };
  if (personalCookies.some((name) => headers.cookie?.includes(name))) return null;
  return { target, theme: parseTheme(readCookie(new IncomingApiRequest(request), themeCookie)) };
}

function isKnown(path: string, query: string): boolean {
  return path === "/events" && [...new URLSearchParams(query).keys()].every((name) => filters.has(name));
}
