import { sql as words } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { sql } from "@/db/client";
import { runWithLease } from "./timer-lease";

beforeEach(() => sql()`delete from timer_leases`);
afterEach(() => vi.useRealTimers());

/** Work that goes on until it is let go. */
function startWork() {
  let finish = () => {};
  const gate = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let signal: AbortSignal | undefined;
  const work = runWithLease("timer", async (given) => {
    signal = given;
    await gate;
    return 7;
  });
  const hasBegun = vi.waitFor(() => expect(signal).toBeDefined());
  return { work, finish, hasBegun, signal: () => signal };
}

const readLease = async () => (await sql()`select * from timer_leases where name = 'timer'`)[0];

test("of many callers at once one runs, and the others return 0 at once without an error", async () => {
  const first = startWork();
  await first.hasBegun;
  const others = await Promise.all(Array.from({ length: 8 }, () => runWithLease("timer", async () => 1)));
  expect(others).toEqual(Array(8).fill(0));
  expect(await runWithLease("another timer", async () => 1)).toBe(1);
  first.finish();
  expect(await first.work).toBe(7);
  expect(await runWithLease("timer", async () => 1)).toBe(1);
});

test("twenty callers of a free timer are one runner", async () => {
  let running = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 20 }, () =>
      runWithLease("timer", async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 20));
        running -= 1;
        return 1;
      }),
    ),
  );
  expect(most).toBe(1);
});

test("the lease of a holder that died passes on when it runs out", async () => {
  await sql()`insert into timer_leases (name, holder, leased_until) values ('timer', gen_random_uuid(), now() + interval '1 minute')`;
  expect(await runWithLease("timer", async () => 1)).toBe(0);
  await sql()`update timer_leases set leased_until = now()`;
  expect(await runWithLease("timer", async () => 1)).toBe(1);
});

test("a lease is renewed while the work goes on, and a holder that has lost it is told", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const { work, finish, hasBegun, signal } = startWork();
  await hasBegun;
  const before = (await readLease())?.leased_until;
  vi.advanceTimersByTime(10_000);
  await vi.waitFor(async () => expect((await readLease())?.leased_until > before).toBe(true));
  expect(signal()?.aborted).toBe(false);
  await sql()`update timer_leases set holder = gen_random_uuid()`;
  vi.advanceTimersByTime(10_000);
  await vi.waitFor(() => expect(signal()?.aborted).toBe(true));
  finish();
  await work;
  expect((await readLease())?.holder).not.toBeNull();
});

test("work that fails leaves the lease free and no success behind", async () => {
  await expect(runWithLease("timer", () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await readLease()).toMatchObject({ holder: null, leased_until: null, last_success_at: null });
  await runWithLease("timer", async () => 0);
  expect((await readLease())?.last_success_at).toBeTruthy();
});

test("without anything due nothing is written, except a sign of life from time to time", async () => {
  let runs = 0;
  const look = () => runWithLease("timer", async () => ++runs, { isDue: words`false` });
  for (let second = 0; second < 5; second++) await look();
  expect(runs).toBe(1);
  await sql()`update timer_leases set last_success_at = now() - interval '31 seconds'`;
  await look();
  expect(runs).toBe(2);
});
