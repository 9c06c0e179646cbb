import { createHash } from "node:crypto";
import { Ratelimit } from "@upstash/ratelimit";
import type { Redis } from "ioredis";
import { now } from "./clock";
import type { Limit, LimitState } from "./limits";

const limiters = new WeakMap<Redis, Map<string, Ratelimit>>();

/** A fixed window per key by @upstash/ratelimit, counted in Redis for all processes together; throws when Redis does not answer. */
export async function takeInRedis(client: Redis, limit: Limit, key: string, weight = 1): Promise<LimitState> {
  const answer = await limiterOf(client, limit).limit(key, { rate: weight });
  // On its own timeout the library lets the call pass; here that counts as a Redis that failed.
  if (answer.reason === "timeout") throw new Error("the rate limiter timed out");
  return {
    isAllowed: answer.success,
    limit: answer.limit,
    remaining: Math.max(0, answer.remaining),
    resetSeconds: Math.max(1, Math.ceil((answer.reset - now().getTime()) / 1000)),
  };
}

function limiterOf(client: Redis, { name, calls, windowSeconds }: Limit): Ratelimit {
  let byName = limiters.get(client);
  if (!byName) {
    byName = new Map();
    limiters.set(client, byName);
  }
  const id = `${name}:${calls}:${windowSeconds}`;
  let limiter = byName.get(id);
  if (!limiter) {
    limiter = new Ratelimit({
      redis: upstashShapeOf(client),
      limiter: Ratelimit.fixedWindow(calls, `${windowSeconds} s`),
      prefix: `turnout:limit:${name}`,
      ephemeralCache: false,
    });
    byName.set(id, limiter);
  }
  return limiter;
}

/**
 * ioredis in the shape that @upstash/ratelimit calls. Since 2.1 its scripts begin with a flag that only Upstash's server knows:
 * that line is cut, and the library's hash mapped to the hash of what remains.
 */
function upstashShapeOf(client: Redis) {
  const hashByTheirs = new Map<string, string>();
  return {
    get: async <Data>(key: string) => (await client.get(key)) as Data | null,
    set: async <Data>(key: string, value: Data) => client.set(key, String(value)),
    eval: async <Args extends unknown[], Data>(script: string, keys: string[], args: Args) => {
      const body = script.replace(/^#!lua[^\n]*\n/, "");
      hashByTheirs.set(sha1Of(script), sha1Of(body));
      return (await client.eval(body, keys.length, ...keys, ...args.map(String))) as Data;
    },
    evalsha: async <Args extends unknown[], Data>(hash: string, keys: string[], args: Args) => {
      const ours = hashByTheirs.get(hash);
      if (!ours) throw new Error("NOSCRIPT: the library sends the script then");
      return (await client.evalsha(ours, keys.length, ...keys, ...args.map(String))) as Data;
    },
  };
}

function sha1Of(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}
