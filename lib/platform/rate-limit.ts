import { config } from "./config";
import { AppError } from "./errors";
import { countsEverybody, everybodyKey, type Limit, type LimitName, type LimitState, limitFor } from "./limits";
import { takeInProcess } from "./rate-limit-in-process";
import { takeInRedis } from "./rate-limit-in-redis";
import { withRedis } from "./redis";

/**
 * Takes `weight` calls from each key's window and tells the tightest: in Redis for all processes
 * together, in this process alone where Redis is absent, dead or slow. So a failing Redis neither
 * opens nor closes the site. `calls` is the size of a window that has one of its own.
 */
export async function takeFromLimits(name: LimitName, keys: string[], weight = 1, calls?: number): Promise<LimitState> {
  const { RATE_LIMIT_SCALE: scale, RATE_LIMIT_PROFILE: profile } = config();
  const counted = countsEverybody(profile, name) ? [...keys, everybodyKey] : keys;
  const limits = counted.map((key) => {
    const limit = limitFor(profile, name, key);
    return { key, limit: scaled({ ...limit, calls: calls ?? limit.calls }, scale) };
  });
  if (scale === 0) return tightest(limits.map(({ limit }) => untouched(limit)));
  const states = await Promise.all(
    limits.map(({ key, limit }) =>
      withRedis(
        (client) => takeInRedis(client, limit, key, weight),
        () => takeInProcess(limit, key, weight),
      ),
    ),
  );
  return tightest(states);
}

/** Takes as takeFromLimits does, or throws `rate_limited` with the seconds to wait. */
export async function takeOrRefuse(name: LimitName, keys: string[], weight = 1, calls?: number): Promise<LimitState> {
  const state = await takeFromLimits(name, keys, weight, calls);
  if (state.isAllowed) return state;
  throw new AppError("rate_limited", `That was too often. Please try again in ${state.resetSeconds} seconds.`, {
    retryAfterSeconds: state.resetSeconds,
  });
}

function scaled(limit: Limit, scale: number): Limit {
  return scale === 0 ? limit : { ...limit, calls: Math.max(1, Math.floor(limit.calls * scale)) };
}

function untouched({ calls, windowSeconds }: Limit): LimitState {
  return { isAllowed: true, limit: calls, remaining: calls, resetSeconds: windowSeconds };
}

function tightest(states: LimitState[]): LimitState {
  return states.reduce((left, right) => {
    if (left.isAllowed !== right.isAllowed) return left.isAllowed ? right : left;
    return right.remaining < left.remaining ? right : left;
  });
}
