import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { findDescendant, postmasterOf } from "@/e2e/process-tree";
import { readSettings, startProduct } from "@/e2e/start-product";
import { findFreePort } from "@/lib/platform/embedded/find-free-port";
import { forkWorker } from "../messages/fork-worker";
import { checkMails, type Settled } from "./check-mails";
import { type FarEnd, openFarEnd } from "./far-end";
import { stageNews } from "./stage-news";

export type MailStormOrder = { people: number; workers: number; seconds: number; tell: (line: string) => void };
export type MailStormReport = { messages: number; copies: number; struck: Map<string, number>; faults: string[] };

const strikeEveryMs = 3_000;

/**
 * Workers as real processes send to everybody while one after the other is killed, the endpoint fails, throttles, hangs and goes down,
 * and PostgreSQL is restarted; then the judgement from what arrived. The product has a data dir of its own, which is removed.
 */
export async function runMailStorm({ people, workers, seconds, tell }: MailStormOrder): Promise<MailStormReport> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "turnout-mail-storm-"));
  const mailFolder = mkdtempSync(path.join(tmpdir(), "turnout-far-end-"));
  const farEnd = await openFarEnd(mailFolder);
  const product = await startProduct({
    ...{ PORT: String(await findFreePort()), TURNOUT_DATA_DIR: dataDir, TURNOUT_DEMO: "0", LOG_LEVEL: "error" },
    SES_ENDPOINT: farEnd.endpoint,
  });
  const settings = readSettings(dataDir);
  await farEnd.comeUp(settings);
  const sql = postgres(settings.DATABASE_URL ?? "", { max: 2, onnotice: () => {}, connect_timeout: 2 });
  // The product's own worker would be one more that is never killed.
  const own = findDescendant(product.pid, "worker.js");
  process.kill(own, "SIGSTOP");
  const crew = await keepWorkers(workers, { ...settings, SES_ENDPOINT: farEnd.endpoint, LOG_LEVEL: "silent" });
  try {
    const messages = await stageNews(sql, people);
    tell(`${messages} messages, ${workers} workers`);
    const struck = await breakThings({ dataDir, settings, farEnd, crew, seconds, tell });
    await drain(sql);
    const { copies, faults } = checkMails(await readSettled(sql), farEnd.readArrived());
    return { messages, copies, struck, faults };
  } finally {
    crew.dismiss();
    process.kill(own, "SIGCONT");
    await sql.end({ timeout: 1 });
    await product.stop();
    await farEnd.goDown();
    for (const folder of [dataDir, mailFolder]) rmSync(folder, { recursive: true, force: true });
  }
}

type Crew = Awaited<ReturnType<typeof keepWorkers>>;

/** So many workers; one that ends is replaced. */
async function keepWorkers(howMany: number, settings: Record<string, string>) {
  const running = new Set<ChildProcess>();
  let isDismissed = false;
  const hire = async (): Promise<void> => {
    const worker = await forkWorker(settings);
    running.add(worker);
    worker.once("exit", () => {
      running.delete(worker);
      if (!isDismissed) void hire();
    });
  };
  await Promise.all(Array.from({ length: howMany }, hire));
  return {
    killOne: () => void [...running][Math.floor(Math.random() * running.size)]?.kill("SIGKILL"),
    dismiss: () => {
      isDismissed = true;
      for (const worker of running) worker.kill("SIGKILL");
    },
  };
}

type Scene = {
  seconds: number;
  dataDir: string;
  settings: Record<string, string>;
  farEnd: FarEnd;
  crew: Crew;
  tell: (line: string) => void;
};

/** Lets everything go wrong in turn and kills a worker each time, for so long; ends with everything well. */
async function breakThings({ dataDir, settings, farEnd, crew, seconds, tell }: Scene) {
  const troubles: [name: string, strike: () => void | Promise<void>][] = [
    ["the endpoint fails a third of all calls", () => farEnd.beUnwell({ fail: 0.33 })],
    ["the endpoint throttles half of all calls", () => farEnd.beUnwell({ throttle: 0.5 })],
    ["the endpoint hangs on a third of all calls", () => farEnd.beUnwell({ hang: 0.33 })],
    ["the endpoint is down", () => farEnd.goDown()],
    ["the endpoint is back and well", () => farEnd.comeUp(settings)],
    ["PostgreSQL stopped at once and started again", () => stopDatabase(dataDir)],
    ["the endpoint is well", () => farEnd.beUnwell({})],
  ];
  const struck = new Map<string, number>();
  const endsAtMs = performance.now() + seconds * 1000;
  for (let nth = 0; performance.now() < endsAtMs || nth % troubles.length !== 0; nth++) {
    const [name, strike] = troubles[nth % troubles.length] as (typeof troubles)[number];
    tell(`  ${name}`);
    await strike();
    struck.set(name, (struck.get(name) ?? 0) + 1);
    await sleep(Math.random() * strikeEveryMs);
    crew.killOne();
    await sleep(strikeEveryMs);
  }
  return struck;
}

/** Waits until nothing is left to send, without waiting for the pauses that failed attempts have earned. */
async function drain(sql: Sql): Promise<void> {
  while (!(await isDrained(sql))) {
    await sql`update outbox set run_at = now() where status = 'pending' and leased_until is null`.catch(() => {});
    await sleep(1_000);
  }
}

function stopDatabase(dataDir: string): void {
  // SIGQUIT is its immediate shutdown, without a checkpoint; the launcher starts it again.
  process.kill(postmasterOf(dataDir), "SIGQUIT");
}

async function isDrained(sql: Sql): Promise<boolean> {
  const pending = await sql`select 1 from outbox where status = 'pending' limit 1`.catch(() => ["unknown"]);
  return pending.length === 0;
}

function readSettled(sql: Sql): Promise<Settled[]> {
  return sql<Settled[]>`
    select id, kind, registration_id as "registrationId", status, sent_at as "sentAt", last_error as "lastError"
    from outbox where event_id = (select id from events where slug = 'mail-storm')`;
}
