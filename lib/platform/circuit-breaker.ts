import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  ExponentialBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from "cockatiel";
import { log } from "./log";

type Options = {
  /** The service's name in the log. */
  name: string;
  timeoutMs: number;
  /** How often one call is tried again at once. */
  retries: number;
  /** So many outages in a row open the breaker. */
  opensAfter: number;
  /** The first rest; each one that follows it without a success between is twice as long. */
  restMs: number;
  /** As long as a rest may be; by default all are as long as the first. */
  longestRestMs?: number;
  /** True for what the service itself is to blame for, and not this one call. */
  isOutage: (error: unknown) => boolean;
  /** Hears of each rest and why, and with 0 that it is over. */
  onRest?: ((restMs: number, reason: string | null) => void) | undefined;
};

export type CircuitBreaker = {
  /** Runs a call within the time limit, with its retries; without trying while the breaker rests. */
  run: <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>;
  /** How long the breaker still rests; 0 when calls are let through. */
  restMs: () => number;
};

/** Protects us from a service that is down: after some outages in a row nothing is asked of it for a while, then one call tries. */
export function createCircuitBreaker(options: Options) {
  const { name, timeoutMs, retries, opensAfter, isOutage, onRest, longestRestMs = options.restMs } = options;
  const handled = handleWhen((error) => error instanceof TaskCancelledError || isOutage(error));
  let restMs = options.restMs;
  const halfOpenAfter = new DelegateBackoff<{ attempt: number }>(({ attempt }) => {
    restMs = Math.min(options.restMs * 2 ** (attempt - 1), longestRestMs);
    return restMs;
  });
  const breaker = circuitBreaker(handled, { halfOpenAfter, breaker: new ConsecutiveBreaker(opensAfter) });
  const policy = wrap(
    retry(handled, { maxAttempts: retries, backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 1_000 }) }),
    breaker,
    timeout(timeoutMs, TimeoutStrategy.Aggressive),
  );
  let restsUntilMs = 0;
  breaker.onBreak((reason) => {
    restsUntilMs = performance.now() + restMs;
    log.warn({ service: name, restMs }, "the service is failing: calls to it rest");
    onRest?.(restMs, "error" in reason ? reason.error.message : null);
  });
  breaker.onReset(() => {
    restsUntilMs = 0;
    onRest?.(0, null);
    log.info({ service: name }, "the service answers again");
  });
  return {
    run: (work) => policy.execute(({ signal }) => work(signal)),
    restMs: () => Math.max(0, restsUntilMs - performance.now()),
  } satisfies CircuitBreaker;
}

/** True when a call failed because the breaker rests, so the service was never asked. */
export function isResting(error: unknown): boolean {
  return error instanceof BrokenCircuitError;
}
