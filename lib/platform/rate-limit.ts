import { config } from "./config";
import { AppError } from "./errors";
import { type LimitName, type LimitState, limits } from "./limits";
import { takeInProcess } from "./rate-limit-in-process";
import { takeInRedis } from "./rate-limit-in-redis";
import { withRedis } from "./redis";

/**
 * Takes one call from each key's window and tells the tightest: in Redis for all processes together, in this process alone
 * where Redis is absent, dead or slow. So a failing Redis neither opens nor closes the site.
 */
export async function takeFromLimits(name: LimitName, keys: string[]): Promise<LimitState> {
  const scale = config().RATE_LIMIT_SCALE;
  const { calls, windowSeconds } = limits[name];
  if (scale === 0) return { isAllowed: true, limit: calls, remaining: calls, resetSeconds: windowSeconds };
  const limit = { name, calls: Math.max(1, Math.floor(calls * scale)), windowSeconds };
  const states = await Promise.all(
    keys.map((key) =>
      withRedis(
        (client) => takeInRedis(client, limit, key),
        () => takeInProcess(limit, key),
      ),
    ),
  );
  return tightest(states);
}

/** Takes one call from each key's window, or throws `rate_limited` with the seconds to wait. */
export async function takeOrRefuse(name: LimitName, keys: string[]): Promise<LimitState> {
  const state = await takeFromLimits(name, keys);
  if (state.isAllowed) return state;
  throw new AppError("rate_limited", `That was too often. Please try again in ${state.resetSeconds} seconds.`, {
    retryAfterSeconds: state.resetSeconds,
  });
}

function tightest(states: LimitState[]): LimitState {
  return states.reduce((left, right) => {
    if (left.isAllowed !== right.isAllowed) return left.isAllowed ? right : left;
    return right.remaining < left.remaining ? right : left;
  });
}
