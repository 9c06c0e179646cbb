import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db, sql } from "@/db/client";
import { outbox } from "@/db/schema/outbox";
import { storeRest } from "@/lib/platform/mail-service";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { enqueueConfirmations, readOutbox } from "@/lib/testing/stage-messages";
import { startSmtp } from "@/lib/testing/start-smtp";
import { startWorker } from "@/lib/testing/start-worker";

const patience = { timeout: 60_000, interval: 200 };
const pool = 4;
const workers: Awaited<ReturnType<typeof startWorker>>[] = [];
let smtp: Awaited<ReturnType<typeof startSmtp>>;
let eventId: string;

beforeAll(async () => {
  const organizer = await makePerson({ role: "organizer" });
  ({ id: eventId } = await makePublishedEvent(organizer, { startsInHours: 2_000 }));
});
beforeEach(async () => {
  await db().delete(outbox);
  await sql()`update mail_service set next_send_at = 'epoch'`;
  smtp = await startSmtp();
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.end("SIGKILL")));
  await smtp.stop();
});

async function start(settings: Record<string, string> = {}) {
  const worker = await startWorker({
    SMTP_URL: `${smtp.url}&pool=${pool}`,
    // The way that the operators' guide gives for a private authority.
    NODE_EXTRA_CA_CERTS: smtp.caFile,
    MAIL_RATE: "200",
    ...settings,
  });
  workers.push(worker);
  return worker;
}

const statuses = async () => (await readOutbox()).map(({ status }) => status);
const allSent = (howMany: number) =>
  vi.waitFor(async () => {
    const sent = (await statuses()).filter((status) => status === "sent");
    expect(sent).toHaveLength(howMany);
  }, patience);
const readers = () => new Set(smtp.mails.map(({ to }) => to)).size;

test("two workers keep to one pace, over TLS and signed in, and send nothing twice", { timeout: 120_000 }, async () => {
  const rate = 20;
  await enqueueConfirmations(eventId, 60);
  const startedAtMs = Date.now();
  await Promise.all([start({ MAIL_RATE: String(rate) }), start({ MAIL_RATE: String(rate) })]);
  await allSent(60);
  expect(smtp.mails).toHaveLength(60);
  expect(readers()).toBe(60);
  expect(smtp.mails.every(({ isEncrypted, user }) => isEncrypted && user === "turnout")).toBe(true);
  // Any mail may be late for its place in the line, but the last can't be early.
  expect(Math.max(...smtp.mails.map(({ at }) => at)) - startedAtMs).toBeGreaterThan((59 / rate) * 1000);
});

test("kill -9 in the middle loses nothing; only what was under way may come twice", { timeout: 120_000 }, async () => {
  await enqueueConfirmations(eventId, 60);
  const first = await start({ MAIL_RATE: "40" });
  await vi.waitFor(() => expect(smtp.mails.length).toBeGreaterThan(20), patience);
  await first.end("SIGKILL");
  await sql()`update outbox set leased_until = now() where status = 'pending'`;
  await start();
  await allSent(60);
  expect(readers()).toBe(60);
  expect(smtp.mails.length).toBeLessThanOrEqual(60 + pool);
});

test("refused by the server, workers rest and say why; started anew with what is right, they send at once", {
  timeout: 120_000,
}, async () => {
  await enqueueConfirmations(eventId, 3);
  const wrong = await start({ SMTP_URL: smtp.url.replace("turnout:", "nobody:") });
  await vi.waitFor(async () => {
    const [row] = await sql()`select rest_reason from mail_service where rests_until > clock_timestamp()`;
    expect(row?.rest_reason).toMatch(/refuses our user name or password/);
  }, patience);
  await wrong.end("SIGTERM");
  expect(new Set(await statuses())).toEqual(new Set(["pending"]));
  // What was refused waits behind others for half a minute; its time need not pass here.
  await sql()`update outbox set run_at = now()`;
  await start();
  await allSent(3);
  expect(smtp.mails).toHaveLength(3);
  await storeRest(0, null);
});
