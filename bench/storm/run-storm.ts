import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { readSettings, startProduct } from "@/e2e/start-product";
import { findFreePort } from "@/lib/platform/embedded/find-free-port";
import { startRedis } from "@/lib/testing/start-redis";
import { checkHistory } from "./check-history";
import { type Fault, killWeb, type Target } from "./faults";
import { History } from "./history";
import { httpEngine } from "./http-engine";
import { readTables } from "./read-tables";
import { runPlan } from "./run-plan";

export type StormOrder = {
  seconds: number;
  /** It goes on for longer where so many calls have not been answered yet: a history of fewer says little. */
  answers: number;
  seed: number;
  processes: number;
  events: number;
  peopleEach: number;
  /** Struck in turn, each so long after the one before. */
  faults: readonly Fault[];
  faultEveryMs: number;
  /** Every so often one of the web processes is killed. */
  killEveryMs: number;
  tell: (line: string) => void;
};

export type StormReport = {
  calls: number;
  answered: number;
  unknown: number;
  struck: Map<string, number>;
  faults: string[];
};

const password = "turnout-demo";
const organizer = { email: "organizer@demo.test", password };
// The people of the demo data who have a password, and so can pass a seat on.
const members = Array.from({ length: 50 }, (_, nth) => ({ email: `attendee${nth + 1}@demo.test`, password }));

/**
 * The whole product with several web processes under random registering, cancelling, passing on and resizing, while parts of it are broken;
 * then the judgement of the checker. The product has a data dir of its own, which is removed.
 */
export async function runStorm(order: StormOrder): Promise<StormReport> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "turnout-storm-"));
  const redis = await startRedis(dataDir);
  const product = await startProduct({
    ...{ PORT: String(await findFreePort()), TURNOUT_DATA_DIR: dataDir, TURNOUT_DEMO: "1", DEMO_PASSWORD: password },
    ...{ WEB_PROCESSES: String(order.processes), RATE_LIMIT_SCALE: "0", REDIS_URL: redis.url, LOG_LEVEL: "error" },
  });
  try {
    const { PORT, DATABASE_URL = "" } = readSettings(dataDir);
    const target = { pid: product.pid, dataDir, databaseUrl: DATABASE_URL, redis };
    return await storm(order, `http://localhost:${PORT}`, target);
  } finally {
    await product.stop();
    await redis.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function storm(order: StormOrder, baseUrl: string, target: Target): Promise<StormReport> {
  const engine = httpEngine(baseUrl, organizer, members);
  const events = await Promise.all(Array.from({ length: order.events }, (_, nth) => makeEvent(baseUrl, 8 + nth * 7)));
  const guests = Array.from({ length: order.peopleEach }, (_, nth) => `guest-${order.seed}-${nth}@example.org`);
  const people = [
    ...members.slice(0, Math.ceil(order.peopleEach / 3)).map(({ email }) => ({ email, mayTransfer: true })),
    ...guests.slice(Math.ceil(order.peopleEach / 3)).map((email) => ({ email, mayTransfer: false })),
  ];
  const history = new History();
  const endsAt = performance.now() + order.seconds * 1000;
  const isOver = () => performance.now() > endsAt && answeredIn(history) >= order.answers;
  const plan = { seed: order.seed, events, people, steps: Number.POSITIVE_INFINITY, until: isOver, arriveOverMs: 500 };
  const struck = new Map<string, number>();
  order.tell(
    `${events.length} events, ${people.length} people each, ${order.processes} web processes, seed ${order.seed}`,
  );
  await Promise.all([
    runPlan({ ...plan, pressTwice: true, resizeEveryMs: 400 }, engine, history),
    breakThings(order.faults, order.faultEveryMs, order.tell),
    breakThings([killWeb], order.killEveryMs, () => {}),
  ]);
  // The last calls may have been answered while something was still coming up again.
  await untilReady(baseUrl);
  const sql = postgres(target.databaseUrl, { max: 1 });
  const tables = await readTables(
    sql,
    events.map(({ id }) => id),
  );
  await sql.end();
  const [calls, answered] = [history.calls.length, answeredIn(history)];
  return { calls, answered, unknown: calls - answered, struck, faults: checkHistory(history.calls, tables) };

  async function breakThings(faults: readonly Fault[], everyMs: number, tell: (line: string) => void): Promise<void> {
    for (let nth = 0; ; nth++) {
      await sleep(everyMs);
      const fault = faults[nth % faults.length];
      if (isOver() || !fault) return;
      tell(`  ${fault.name}`);
      await fault.strike(target).then(
        () => void struck.set(fault.name, (struck.get(fault.name) ?? 0) + 1),
        (error: unknown) => order.tell(`  (${fault.name} did not strike: ${error})`),
      );
    }
  }
}

function answeredIn({ calls }: History): number {
  return calls.filter(({ answer }) => answer.kind !== "unknown").length;
}

async function makeEvent(baseUrl: string, capacity: number): Promise<{ id: string; capacity: number }> {
  const post = async (url: string, body: unknown, token = "") => {
    const answer = await fetch(baseUrl + url, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${url}: ${await answer.text()}`);
    return answer.json();
  };
  const { accessToken } = await post("/api/auth/token", organizer);
  const startsAt = Date.now() + 7 * 24 * 3_600_000;
  const times = { startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + 3_600_000).toISOString() };
  const { id } = await post(
    "/api/events",
    { title: "Storm", timezone: "Europe/Berlin", capacity, ...times },
    accessToken,
  );
  await post(`/api/events/${id}/publish`, {}, accessToken);
  return { id, capacity };
}

async function untilReady(baseUrl: string): Promise<void> {
  for (const giveUpAt = performance.now() + 60_000; performance.now() < giveUpAt; await sleep(250)) {
    const answer = await fetch(`${baseUrl}/api/health/ready`).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error("the product did not come back within a minute");
}
