import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { residentMegabytesOf } from "@/e2e/process-tree";
import { median } from "../percentile";
import { startBench } from "../start-bench";
import { endWorker, forkWorker } from "./fork-worker";
import { enqueueOneByOne, measureEndpoint } from "./naive";
import { emptyOutbox, silenceReminders, stageConfirmations, stageEvents } from "./stage";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    messages: { type: "string", default: "3000" },
    memory: { type: "string", default: "20000" },
  },
});
const [rounds, messages, memory] = [values.rounds, values.messages, values.memory].map(Number) as [
  number,
  number,
  number,
];
const tell = (line: string) => void process.stdout.write(`${line}\n`);

const { settings, sql, worker: own, stop } = await startBench();

try {
  // The bench starts the workers itself.
  process.kill(own, "SIGSTOP");
  await setRate(1_000_000);
  await stageEvents(sql, 500, 20);
  await benchEnqueuing();
  await silenceReminders(sql);
  await benchDraining();
  await benchMemory();
  process.kill(own, "SIGCONT");
} finally {
  await stop();
}

async function benchEnqueuing(): Promise<void> {
  const { enqueueReminders } = await import("@/lib/notifications/enqueue-reminders");
  const [ours, naive, again]: number[][] = [[], [], []];
  for (let round = 0; round <= rounds; round++) {
    await emptyOutbox(sql);
    const inBatches = await timed(enqueueReminders);
    const nothingDue = await timed(enqueueReminders);
    await emptyOutbox(sql);
    const oneByOne = await timed(() => enqueueOneByOne(sql));
    if (round === 0) continue;
    ours?.push(inBatches);
    again?.push(nothingDue);
    naive?.push(oneByOne);
  }
  const [inBatches, oneByOne] = [median(ours ?? []), median(naive ?? [])];
  tell("reminders of 10,000 registrations of 500 events");
  tell(`  in batches                ${inBatches.toFixed(0).padStart(7)} ms`);
  tell(
    `  called again, nothing due ${median(again ?? [])
      .toFixed(0)
      .padStart(7)} ms`,
  );
  tell(
    `  a query per registration  ${oneByOne.toFixed(0).padStart(7)} ms, ${(oneByOne / inBatches).toFixed(0)} times as long`,
  );
}

async function benchDraining(): Promise<void> {
  const limits: number[] = [];
  const rates = new Map<number, number[]>([1, 2].map((workers) => [workers, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [workers, figures] of rates) {
      const rate = await drain(workers);
      if (round > 0) figures.push(rate);
    }
    const limit = await measureEndpoint(settings.SES_ENDPOINT ?? "", await newestMail(), 3);
    if (round > 0) limits.push(limit);
  }
  const limit = median(limits);
  tell(`\ndraining ${messages} confirmations with QR code and calendar file`);
  for (const [workers, figures] of rates) {
    const rate = median(figures);
    tell(
      `  ${workers} worker${workers > 1 ? "s" : " "} ${rate.toFixed(0).padStart(7)} mails/s, ${(rate / limit).toFixed(2)} of the endpoint's limit`,
    );
  }
  tell(`  endpoint  ${limit.toFixed(0).padStart(7)} mails/s, the same ready mail over and over`);
}

async function benchMemory(): Promise<void> {
  await emptyOutbox(sql);
  await stageConfirmations(sql, memory);
  const worker = await forkWorker(settings);
  const samples: number[] = [];
  for (let left = memory; left > 0; left = await countPending()) {
    samples.push(residentMegabytesOf(worker.pid ?? 0));
    await sleep(1_000);
  }
  await endWorker(worker);
  const quarter = Math.max(1, Math.floor(samples.length / 4));
  const [early, late] = [median(samples.slice(quarter, 2 * quarter)), median(samples.slice(-quarter))];
  tell(`\nmemory of one worker over ${memory} messages`);
  tell(
    `  second quarter ${early.toFixed(0)} MB, last quarter ${late.toFixed(0)} MB: ${(late / early).toFixed(2)} times`,
  );
}

/** Mails a second, from when the workers stand ready until the last one is settled. */
async function drain(workers: number): Promise<number> {
  await emptyOutbox(sql);
  const running = await Promise.all(Array.from({ length: workers }, () => forkWorker(settings)));
  await stageConfirmations(sql, messages);
  const ms = await timed(async () => {
    while ((await countPending()) > 0) await sleep(50);
  });
  await Promise.all(running.map(endWorker));
  return (messages / ms) * 1000;
}

async function countPending(): Promise<number> {
  const [row] = await sql`select count(*)::int as pending from outbox where status = 'pending'`;
  return row?.pending;
}

async function newestMail(): Promise<Buffer> {
  const { items } = await (await fetch(`${settings.SES_ENDPOINT}/messages?limit=1`)).json();
  return Buffer.from(await (await fetch(`${settings.SES_ENDPOINT}/messages/${items[0].id}`)).arrayBuffer());
}

async function setRate(ratePerSecond: number): Promise<void> {
  const told = () =>
    fetch(`${settings.SES_ENDPOINT}/faults`, { method: "PUT", body: JSON.stringify({ ratePerSecond }) });
  // The recorder may come up after the pages.
  while (!(await told().catch(() => null))) await sleep(100);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
