import { findPersonOfAccessToken } from "@/lib/access/access-token";
import { type Actor, anonymous } from "@/lib/access/actor";
import { findPersonOfBrowser } from "@/lib/access/browser-session";
import { findDeviceOfToken } from "@/lib/access/door-token";
import { AppError } from "@/lib/platform/errors";
import type { ApiRequest } from "./answer";
import { doorCookie } from "./door-cookie";
import { isSameSite } from "./same-site";
import { sessionCookie } from "./session-cookie";

/**
 * Whoever sent this request, from the request alone: a bearer token, else the cookies of a session and of a phone at the door. A bad
 * bearer token is `unauthenticated`; an unsafe request by cookie from another site is `forbidden`.
 */
export async function actorOf(request: ApiRequest): Promise<Actor> {
  const bearer = request.headers.get("authorization")?.match(/^Bearer (.+)$/i)?.[1];
  if (bearer) {
    const person = await findPersonOfAccessToken(bearer);
    if (!person) throw new AppError("unauthenticated", "The access token is wrong or has expired.");
    return person;
  }
  const actor = await actorOfCookies((name) => readCookie(request, name));
  if (actor.kind === "anonymous") return actor;
  const isSafe = request.method === "GET" || request.method === "HEAD";
  if (!isSafe && !isSameSite(request)) throw new AppError("forbidden", "This request came from another site.");
  return actor;
}

/** Whoever the cookies name: a signed-in person with the phone they hold at the door, or such a phone alone. */
export async function actorOfCookies(cookieOf: (name: string) => string | undefined): Promise<Actor> {
  const person = await findPersonOfBrowser(cookieOf(sessionCookie.name));
  const device = findDeviceOfToken(cookieOf(doorCookie.name));
  if (!person) return device ? { kind: "device", ...device } : anonymous;
  return device ? { ...person, device } : person;
}

/** One cookie of a request; undefined without it, and where its value can't be decoded. */
export function readCookie(request: Pick<ApiRequest, "headers">, name: string): string | undefined {
  for (const pair of request.headers.get("cookie")?.split(";") ?? []) {
    const [key, ...value] = pair.trim().split("=");
    if (key === name) return decoded(value.join("="));
  }
  return undefined;
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
