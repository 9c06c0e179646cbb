import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { sql } from "@/db/client";
import { timedTasks } from "@/lib/notifications/timed-tasks";
import { now } from "@/lib/platform/clock";
import { stageCrowd } from "@/lib/testing/stage-crowd";
import { startMail } from "@/lib/testing/start-mail";
import { startWorker } from "@/lib/testing/start-worker";

const people = 30_000;
const patience = { timeout: 90_000, interval: 20 };
const inHours = (hours: number) => new Date(now().getTime() + hours * 3_600_000);
const workers: Awaited<ReturnType<typeof startWorker>>[] = [];
let mail: Awaited<ReturnType<typeof startMail>>;

beforeAll(async () => {
  mail = await startMail();
  // What the workers send is no matter here.
  await mail.setFaults({ ratePerSecond: 1 });
});
beforeEach(async () => {
  await sql()`update events set status = 'cancelled'`;
  await sql()`delete from outbox`;
  await sql()`delete from timer_leases`;
});
afterEach(() => Promise.all(workers.splice(0).map((worker) => worker.end("SIGKILL"))));
afterAll(() => mail.stop());

async function start() {
  const worker = await startWorker({ SES_ENDPOINT: mail.endpoint });
  workers.push(worker);
  return worker;
}

async function countWritten(): Promise<number> {
  const [row] = await sql()`select count(*)::int as written from outbox`;
  return row?.written;
}

/** Each of the event's people has one message, and there is no other. */
async function expectOneEach(eventId: string): Promise<void> {
  const [row] = await sql()`
    select count(*)::int as messages, count(distinct registration_id)::int as people from outbox where event_id = ${eventId}`;
  expect(row).toEqual({ messages: people, people });
}

test("workers killed in the middle of 30,000 reminders lose and double none, and the next goes on where they stopped", {
  timeout: 180_000,
}, async () => {
  const eventId = await stageCrowd({ people, startsAt: inHours(12), endsAt: inHours(14) });
  let before = 0;
  for (let round = 0; round < 3; round++) {
    const worker = await start();
    await vi.waitFor(async () => expect(await countWritten()).toBeGreaterThan(before), patience);
    await worker.end("SIGKILL");
    workers.splice(0);
    before = await countWritten();
    const [progress] =
      await sql()`select after_updated_at > '-infinity' as has_begun from fan_outs where event_id = ${eventId}`;
    expect(progress?.has_begun).toBe(true);
    // Its lease would run out by itself.
    await sql()`update timer_leases set leased_until = now()`;
  }
  await start();
  await vi.waitFor(async () => expect(await countWritten()).toBe(people), patience);
  await expectOneEach(eventId);
  expect(await timedTasks.get("reminders")?.()).toBe(0);
});

test("two workers and the cron route at once write each reminder once, and none of them fails or waits for another", {
  timeout: 180_000,
}, async () => {
  const eventId = await stageCrowd({ people, startsAt: inHours(12), endsAt: inHours(14) });
  await Promise.all([start(), start()]);
  let written = 0;
  while (written < people) {
    await Promise.all(Array.from({ length: 4 }, () => timedTasks.get("reminders")?.()));
    written = await countWritten();
  }
  await expectOneEach(eventId);
});

test("a time budget ends it after a batch, and the next call goes on", { timeout: 120_000 }, async () => {
  const eventId = await stageCrowd({ people, startsAt: inHours(12), endsAt: inHours(14) });
  const counts: number[] = [];
  while ((await countWritten()) < people) counts.push((await timedTasks.get("reminders")?.(AbortSignal.abort())) ?? 0);
  expect(counts.length).toBeGreaterThan(2);
  expect(counts.reduce((sum, count) => sum + count)).toBe(people);
  await expectOneEach(eventId);
});

test("an event that is called off in the middle of its reminders has no further ones written", {
  timeout: 120_000,
}, async () => {
  const eventId = await stageCrowd({ people, startsAt: inHours(12), endsAt: inHours(14) });
  while ((await countWritten()) === 0) await timedTasks.get("reminders")?.(AbortSignal.abort());
  const written = await countWritten();
  expect(written).toBeLessThan(people);
  await sql()`update events set status = 'cancelled' where id = ${eventId}`;
  expect(await timedTasks.get("reminders")?.()).toBe(0);
  expect(await countWritten()).toBe(written);
  expect(await sql()`select about from fan_outs where event_id = ${eventId}`).toHaveLength(0);
});
