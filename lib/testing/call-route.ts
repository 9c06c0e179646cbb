import { issueAccessToken } from "@/lib/access/access-token";
import type { Person } from "@/lib/access/actor";

type Handler = (request: Request) => Promise<Response>;
type Call = { as: Person | null; path: string; method?: string; body?: object; headers?: Record<string, string> };

/** Calls a route handler as that person would over HTTP with a bearer token; null is nobody. */
export async function callRoute(handler: Handler, { as, path, method, body, headers = {} }: Call): Promise<Response> {
  const sent = new Headers({ "Content-Type": "application/json", ...headers });
  if (as) sent.set("Authorization", `Bearer ${await issueAccessToken(as)}`);
  const url = `http://localhost:3000${path}`;
  return handler(new Request(url, { method: method ?? "GET", headers: sent, body: body && JSON.stringify(body) }));
}
