import { now } from "./clock";
import { config } from "./config";
import { AppError } from "./errors";

/** Every limit of the product: how many calls each key has in a window of so many seconds. */
const limits = {
  read: { calls: 600, windowSeconds: 60 },
  write: { calls: 120, windowSeconds: 60 },
  register: { calls: 60, windowSeconds: 60 },
  registerAddress: { calls: 10, windowSeconds: 600 },
  checkin: { calls: 1200, windowSeconds: 60 },
  signIn: { calls: 20, windowSeconds: 300 },
  signInAddress: { calls: 5, windowSeconds: 600 },
  none: { calls: Number.POSITIVE_INFINITY, windowSeconds: 60 },
} as const;

export type LimitName = keyof typeof limits;
export type LimitState = { isAllowed: boolean; limit: number; remaining: number; resetSeconds: number };

const windows = new Map<string, { endsAtMs: number; calls: number }>();

/** Takes one call from each key's window and tells the tightest. Keys are counted per process. */
export async function takeFromLimits(name: LimitName, keys: string[]): Promise<LimitState> {
  const { calls, windowSeconds } = limits[name];
  const scale = config().RATE_LIMIT_SCALE;
  const limit = scale === 0 || !Number.isFinite(calls) ? 1_000_000 : Math.max(1, Math.floor(calls * scale));
  const atMs = now().getTime();
  const states = keys.map((key) => {
    const id = `${name}:${key}`;
    let window = windows.get(id);
    if (!window || window.endsAtMs <= atMs) {
      window = { endsAtMs: atMs + windowSeconds * 1000, calls: 0 };
      windows.set(id, window);
    }
    window.calls += 1;
    const resetSeconds = Math.ceil((window.endsAtMs - atMs) / 1000);
    return { isAllowed: window.calls <= limit, limit, remaining: Math.max(0, limit - window.calls), resetSeconds };
  });
  return states.reduce((tightest, state) =>
    state.remaining < tightest.remaining || !state.isAllowed ? state : tightest,
  );
}

/** Takes one call from each key's window, or throws `rate_limited` with the seconds to wait. */
export async function takeOrRefuse(name: LimitName, keys: string[]): Promise<LimitState> {
  const state = await takeFromLimits(name, keys);
  if (state.isAllowed) return state;
  throw new AppError("rate_limited", `That was too often. Please try again in ${state.resetSeconds} seconds.`, {
    retryAfterSeconds: state.resetSeconds,
  });
}
