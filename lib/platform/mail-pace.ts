import { delayInDatabase, reserveInDatabase } from "./mail-pace-in-database";
import { delayInRedis, reserveInRedis } from "./mail-pace-in-redis";
import { withRedis } from "./redis";

/**
 * Reserves the next places in the one line of all workers, and returns in how many milliseconds the first is due; the others follow
 * at the rate. All workers together never send faster than it (GCRA, ITU-T I.371, without a burst). In Redis, else in PostgreSQL.
 */
export function reserveSends(count: number, ratePerSecond: number): Promise<number> {
  const spanMs = (count / ratePerSecond) * 1000;
  return withRedis(
    (client) => reserveInRedis(client, spanMs),
    () => reserveInDatabase(spanMs),
  );
}

/** Lets nobody send for that long, because the service found us too fast; places already reserved are not called back. */
export function delaySends(delayMs: number): Promise<void> {
  return withRedis(
    (client) => delayInRedis(client, delayMs),
    () => delayInDatabase(delayMs),
  );
}
