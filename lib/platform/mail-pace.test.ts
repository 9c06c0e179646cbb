import { Redis } from "ioredis";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { sql } from "@/db/client";
import { config } from "./config";
import { delayInDatabase, reserveInDatabase } from "./mail-pace-in-database";
import { delayInRedis, reserveInRedis } from "./mail-pace-in-redis";

const clients = Array.from({ length: 4 }, () => new Redis(config().REDIS_URL ?? ""));
afterAll(() => {
  for (const client of clients) client.disconnect();
});

const stores = [
  {
    name: "Redis",
    reserve: (nth: number, spanMs: number) => reserveInRedis(clients[nth % clients.length] as Redis, spanMs),
    delay: (delayMs: number) => delayInRedis(clients[0] as Redis, delayMs),
  },
  { name: "PostgreSQL", reserve: (_nth: number, spanMs: number) => reserveInDatabase(spanMs), delay: delayInDatabase },
];

beforeEach(async () => {
  await clients[0]?.flushall();
  await sql()`update mail_service set next_send_at = 'epoch'`;
});

describe.each(stores)("the line of all workers in $name", ({ reserve, delay }) => {
  it("gives the first who asks its place at once", async () => {
    expect(await reserve(0, 100)).toBeLessThan(50);
  });

  it("gives no two the same place, however many ask at once", async () => {
    const askedAtMs = performance.now();
    const spanMs = 5_000;
    const starts = await Promise.all(Array.from({ length: 40 }, (_, nth) => reserve(nth, spanMs)));
    const askedForMs = performance.now() - askedAtMs;
    // Each wait counts from its own asking, so neighbours may seem nearer by the time that all the asking took.
    const inOrder = starts.toSorted((left, right) => left - right);
    for (const [nth, startMs] of inOrder.entries()) {
      expect(startMs).toBeGreaterThan(nth * spanMs - askedForMs - 5);
      expect(startMs).toBeLessThanOrEqual(nth * spanMs + 5);
    }
  });

  it("stands still for as long as the service wants, and a longer wait is kept", async () => {
    await delay(60_000);
    await delay(1_000);
    expect(await reserve(0, 10)).toBeGreaterThan(50_000);
  });
});
