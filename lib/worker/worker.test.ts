import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db, sql } from "@/db/client";
import { outbox } from "@/db/schema/outbox";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { enqueueConfirmations, readOutbox } from "@/lib/testing/stage-messages";
import { startMail } from "@/lib/testing/start-mail";
import { startWorker } from "@/lib/testing/start-worker";

const patience = { timeout: 60_000, interval: 200 };
const concurrency = 10;
const workers: Awaited<ReturnType<typeof startWorker>>[] = [];
let mail: Awaited<ReturnType<typeof startMail>>;
let eventId: string;

beforeAll(async () => {
  const organizer = await makePerson({ role: "organizer" });
  // Far away, so that the workers' own timers have nothing to say about it.
  ({ id: eventId } = await makePublishedEvent(organizer, { startsInHours: 2_000 }));
});
beforeEach(async () => {
  await db().delete(outbox);
  mail = await startMail();
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.end("SIGKILL")));
  await mail.stop();
});

async function start() {
  const worker = await startWorker({ SES_ENDPOINT: mail.endpoint });
  workers.push(worker);
  return worker;
}

async function tally() {
  const [mails, messages] = await Promise.all([mail.listMails(), readOutbox()]);
  const readers = new Set(mails.flatMap(({ to }) => to));
  const sent = messages.filter(({ status }) => status === "sent").length;
  return {
    mails: mails.length,
    readers: readers.size,
    sent,
    leased: messages.filter(({ leasedUntil }) => leasedUntil).length,
  };
}

const all = (howMany: number) => vi.waitFor(async () => expect((await tally()).sent).toBe(howMany), patience);
const some = (howMany: number) =>
  vi.waitFor(async () => expect((await tally()).mails).toBeGreaterThan(howMany), patience);
/** Lets the leases of a dead worker run out without waiting for it. */
const leasesRunOut = () => sql()`update outbox set leased_until = now() where status = 'pending'`;

test("a lone mail leaves within a second, and two workers at once send nothing twice", {
  timeout: 120_000,
}, async () => {
  await Promise.all([start(), start()]);
  let waitMs = Number.POSITIVE_INFINITY;
  let lone = 0;
  // This machine may be busy with other tests: one mail of twenty is enough to show how soon a worker looks.
  while (waitMs >= 1_000 && lone < 20) {
    await enqueueConfirmations(eventId, 1);
    await all(++lone);
    const newest = (await readOutbox()).at(-1);
    waitMs = (newest?.sentAt?.getTime() ?? 0) - (newest?.createdAt.getTime() ?? 0);
  }
  expect(waitMs).toBeLessThan(1_000);
  await enqueueConfirmations(eventId, 80);
  await all(80 + lone);
  expect(await tally()).toEqual({ mails: 80 + lone, readers: 80 + lone, sent: 80 + lone, leased: 0 });
});

test("kill -9 in the middle of a batch loses nothing; only what was under way may come twice", {
  timeout: 120_000,
}, async () => {
  await mail.setFaults({ delayMs: 100 });
  await enqueueConfirmations(eventId, 60);
  const first = await start();
  await some(20);
  await first.end("SIGKILL");
  expect((await tally()).leased).toBeGreaterThan(0);
  await Promise.all([leasesRunOut(), start()]);
  await all(60);
  const { mails, readers } = await tally();
  expect(readers).toBe(60);
  expect(mails).toBeLessThanOrEqual(60 + concurrency);
});

test("SIGTERM finishes what is under way and exits 0, with nothing leased and nothing sent twice", {
  timeout: 120_000,
}, async () => {
  await mail.setFaults({ delayMs: 300 });
  await enqueueConfirmations(eventId, 80);
  const worker = await start();
  await some(10);
  expect(await worker.end("SIGTERM")).toBe(0);
  const { mails, readers, sent, leased } = await tally();
  expect(sent).toBeLessThan(80);
  expect({ mails, readers, leased }).toEqual({ mails: sent, readers: sent, leased: 0 });
});

test("a worker whose parent is gone ends by itself", { timeout: 60_000 }, async () => {
  const worker = await start();
  expect(await worker.end("disconnect")).toBe(0);
});

test("a worker survives that the database drops its connections", { timeout: 120_000 }, async () => {
  await mail.setFaults({ delayMs: 50 });
  await enqueueConfirmations(eventId, 60);
  await start();
  await some(20);
  for (let drop = 0; drop < 3; drop++) {
    await sql()`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await vi.waitFor(
    async () => {
      await leasesRunOut();
      expect((await tally()).sent).toBe(60);
    },
    { timeout: 60_000, interval: 2_000 },
  );
  expect((await tally()).readers).toBe(60);
});
