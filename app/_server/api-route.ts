import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import type { LimitName } from "@/lib/platform/limits";
import { takeFromLimits } from "@/lib/platform/rate-limit";
import { type AccessRule, mustSignIn } from "./access";
import { type Answer, type ApiRequest, type Handler, handlerOf, withHeaders } from "./answer";
import { callerKeyOf } from "./caller-key";
import { type FindMoreFaults, parseOrRefuse, parseWithAllFaults, readJsonBody } from "./parse";
import { problemOf } from "./problem";
import { actorOf } from "./request-actor";

type RouteInput<Params, Query, Body> = { params: Params; query: Query; body: Body };

type RouteOptions<Params, Query, Body, Scope> = {
  access: AccessRule<RouteInput<Params, Query, Body>, Scope>;
  limit: LimitName;
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
  body?: z.ZodType<Body>;
  /** Asked only when the body is refused. */
  findMoreFaults?: FindMoreFaults;
};

type RouteContext<Params, Query, Body, Scope> = RouteInput<Params, Query, Body> & {
  scope: Scope;
  actor: Actor;
  /** The key that the caller counts by. */
  caller: string;
  request: ApiRequest;
  requestId: string;
};

/**
 * A route handler that reads nothing but its request: limits, parses, authorizes, then calls `handle`, and turns whatever is
 * thrown into the problem document of the API. Every answer carries X-Request-Id and the RateLimit headers.
 */
export function route<Params = undefined, Query = undefined, Body = undefined, Scope = Actor>(
  options: RouteOptions<Params, Query, Body, Scope>,
  handle: (context: RouteContext<Params, Query, Body, Scope>) => Promise<Answer | Response>,
): Handler {
  return handlerOf(async (request, { params } = {}) => {
    const requestId = request.headers.get("x-request-id") ?? newId();
    const headers: Record<string, string> = { "X-Request-Id": requestId };
    const answer = await respond().catch((error: unknown) => problemOf(error, requestId));
    // A stricter limit than the route's own may have refused: whoever reads these headers alone waits as long as it asks.
    const retryAfter = answer.status === 429 ? new Headers(answer.headers).get("Retry-After") : null;
    if (retryAfter) Object.assign(headers, { "RateLimit-Remaining": "0", "RateLimit-Reset": retryAfter });
    return withHeaders(answer, headers);

    async function respond(): Promise<Answer | Response> {
      const actor = await actorOf(request);
      const caller = callerKeyOf(actor, request.headers, options.limit);
      const limits = await takeFromLimits(options.limit, [caller]);
      headers["RateLimit-Limit"] = String(limits.limit);
      headers["RateLimit-Remaining"] = String(limits.remaining);
      headers["RateLimit-Reset"] = String(limits.resetSeconds);
      if (!limits.isAllowed) {
        throw new AppError("rate_limited", `Too many requests. Try again in ${limits.resetSeconds} seconds.`, {
          retryAfterSeconds: limits.resetSeconds,
        });
      }
      if (mustSignIn(actor, options.access)) throw new AppError("unauthenticated", "Sign in first.");
      const input = {
        params: parseOrRefuse(options.params, params ?? {}, "not_found"),
        query: options.query ? parseOrRefuse(options.query, searchOf(request)) : (undefined as Query),
        body: options.body
          ? await parseWithAllFaults(options.body, await readJsonBody(request), actor, options.findMoreFaults)
          : (undefined as Body),
      };
      const scope = await options.access.mint(actor, input);
      return handle({ ...input, scope, actor, caller, request, requestId });
    }
  });
}

function searchOf({ url }: ApiRequest): Record<string, string> {
  return Object.fromEntries(new URL(url).searchParams);
}
