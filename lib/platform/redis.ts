import { type CircuitBreakerPolicy, ConsecutiveBreaker, circuitBreaker, handleAll } from "cockatiel";
import type { Redis } from "ioredis";
import { config } from "./config";
import { log } from "./log";

const firstConnectionMs = 150;
const breakMs = 2_000;

type Connection = { client: Redis; breaker: CircuitBreakerPolicy };

// Next compiles each route into a bundle of its own; the connection must still be one a process.
const holder = globalThis as typeof globalThis & { turnoutRedis?: Promise<Connection> };

/**
 * What `work` returns on the process's Redis, or what `fallback` returns where there is none, it is dead, or it hangs. Never
 * Redis's error. A Redis that failed is left alone for 2 s, so that a hung one costs one wait of REDIS_PATIENCE_MS each time.
 */
export async function withRedis<T>(
  work: (client: Redis) => Promise<T>,
  fallback: (error?: unknown) => T | Promise<T>,
): Promise<T> {
  const url = config().REDIS_URL;
  if (!url) return fallback();
  holder.turnoutRedis ??= connect(url);
  const { client, breaker } = await holder.turnoutRedis;
  let result: T;
  try {
    result = await breaker.execute(() => inTime(work(client)));
  } catch (error) {
    return fallback(error);
  }
  return result;
}

/** A connection of one's own, for subscribing on each `ready`; null without Redis. It reconnects for ever. */
export async function openRedisSubscriber(): Promise<Redis | null> {
  const url = config().REDIS_URL;
  if (!url) return null;
  return open(url, { autoResubscribe: false });
}

/** Resolves once the first try has led to something, or has taken long enough. */
async function connect(url: string): Promise<Connection> {
  const client = await open(url, { enableOfflineQueue: false });
  const breaker = circuitBreaker(handleAll, { halfOpenAfter: breakMs, breaker: new ConsecutiveBreaker(1) });
  breaker.onBreak((reason) => {
    log.warn({ err: "error" in reason ? reason.error : undefined }, "redis does not answer; working without it");
  });
  breaker.onReset(() => log.info("redis answers again"));
  await firstTryOf(client);
  return { client, breaker };
}

async function open(url: string, options: { enableOfflineQueue?: false; autoResubscribe?: false }): Promise<Redis> {
  // A tenth of the time that a process takes to start, and most have no Redis.
  // Its default export, since a bundler's import() finds no names on a module that is a function.
  const { default: Redis } = await import("ioredis");
  const client = new Redis(url, {
    ...options,
    maxRetriesPerRequest: 1,
    connectTimeout: 1_000,
    retryStrategy: (attempt) => Math.min(attempt * 100, 1_000),
  });
  // Commands carry their own errors; without a listener the connection's would end the process.
  client.on("error", () => {});
  return client;
}

// Not ioredis's own commandTimeout: when this process itself was busy that long, the answer lies unread in the socket, and the
// turn from the timer to setImmediate reads it.
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => setImmediate(() => reject(new Error("redis took too long"))), config().REDIS_PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function firstTryOf(client: Redis): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, firstConnectionMs);
    for (const event of ["ready", "close"] as const) client.once(event, () => resolve());
    timer.unref();
  });
}
