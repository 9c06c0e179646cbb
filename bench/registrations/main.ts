import { parseArgs } from "node:util";
import { startNextAlone } from "@/e2e/start-next-alone";
import { median } from "../percentile";
import { startBench } from "../start-bench";
import { makeEvents, storeRegistrations } from "./database";
import { drive, type Load, offer } from "./drive";
import { startCompetitor } from "./start-competitor";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "6" },
    stored: { type: "string", default: "1000,100000" },
  },
});
const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
const tell = (line: string) => void process.stdout.write(`${line}\n`);
const { settings, sql, url: turnout, dataDir, worker, databaseMicroseconds, stop } = await startBench();
const { DATABASE_URL = "", SES_ENDPOINT = "" } = settings;
const next = await startNextAlone(dataDir);
const naive = await startCompetitor("naive", DATABASE_URL, SES_ENDPOINT);
const oneByOne = await startCompetitor("one-by-one", DATABASE_URL, SES_ENDPOINT);

let person = 0;
const asGuest = (events: string[]) => () => ({
  ...{ eventId: events[person % events.length], name: "Grace Hopper", email: `bench-${person++}@bench.test` },
});
const register = (events: string[]) => ({ path: "/api/registrations", body: asGuest(events) });

type Case = { name: string; run: () => Promise<Load>; loads: Load[]; databaseMicros: number[] };
const hot = { url: turnout, connections: 500, seconds, wanted: [201] };
const events = {
  hot: await makeEvents(sql, { capacity: 1_000_000 }),
  open: await makeEvents(sql, {}),
  hundred: await makeEvents(sql, { count: 100 }),
  full: await makeEvents(sql, { capacity: 1 }),
  oneByOne: await makeEvents(sql, { capacity: 1_000_000 }),
  naive: await makeEvents(sql, { capacity: 1_000_000 }),
  steady: await makeEvents(sql, { capacity: 1_000_000 }),
};
await sql`update events set seats_taken = 1 where id = any(${events.full})`;

const caseOf = (name: string, run: () => Promise<Load>): Case => ({ name, run, loads: [], databaseMicros: [] });
const cases = {
  nullGet: caseOf("null route of Next (GET), 500 connections", () =>
    drive({ ...hot, url: next.url, request: { path: "/api/health/live" }, wanted: [200] }),
  ),
  nullPost: caseOf("Next: a POST that its schema refuses", () =>
    drive({ ...hot, url: next.url, request: { path: "/api/registrations", body: () => ({}) }, wanted: [422] }),
  ),
  hot: caseOf("Turnout, one event, 500 connections", () => drive({ ...hot, request: register(events.hot) })),
  open: caseOf("Turnout, one event without limit", () => drive({ ...hot, request: register(events.open) })),
  hundred: caseOf("Turnout, 100 events at once", () => drive({ ...hot, request: register(events.hundred) })),
  full: caseOf("Turnout, a full event refused", () => drive({ ...hot, request: register(events.full), wanted: [409] })),
  oneByOne: caseOf("one by one on node:http, 500 connections", () =>
    drive({ ...hot, url: oneByOne.url, request: { ...register(events.oneByOne), path: "/" } }),
  ),
  naive: caseOf("first draft on node:http, mail in the request", () =>
    drive({ ...hot, url: naive.url, request: { ...register(events.naive), path: "/" } }),
  ),
  steady: caseOf("Turnout, 50 requests a second offered", () =>
    offer({ url: turnout, request: register(events.steady), seconds, wanted: [201], rate: 50 }),
  ),
};

try {
  // Every form but the first draft leaves its mail to the worker, which is paused while the clock runs.
  process.kill(worker, "SIGSTOP");
  for (let round = 0; round <= rounds; round++) {
    tell(round === 0 ? "warming up" : `round ${round} of ${rounds}`);
    for (const { run, loads, databaseMicros } of Object.values(cases)) {
      const before = databaseMicroseconds();
      const load = await run();
      if (round === 0) continue;
      loads.push(load);
      databaseMicros.push((databaseMicroseconds() - before) / Math.max(1, load.answers));
    }
  }
  printCases();
  const { measureBareInserts, measureSqlFloor } = await import("./sql-floor");
  await printFloor("the gathered statement alone, in groups of 500", measureSqlFloor);
  await printFloor("the same rows by bare inserts, 500 at a time", measureBareInserts);
  await printGrowth();
  process.kill(worker, "SIGCONT");
} finally {
  next.stop();
  naive.stop();
  oneByOne.stop();
  await stop();
}

function printCases(): void {
  const widths = [11, 8, 8, 8, 8, 8];
  const heads = ["answers/s", "of null", "p50 ms", "p95 ms", "db µs", "others"];
  tell(`\n${"".padEnd(48)}${heads.map((head, nth) => head.padStart(widths[nth] ?? 8)).join("")}`);
  for (const one of Object.values(cases)) {
    const [p50, p95] = (["p50", "p95"] as const).map((key) => median(one.loads.map((load) => load[key])));
    const others = one.loads.reduce((sum, load) => sum + load.others, 0);
    const ofNull = rateOf(one) / rateOf(cases.nullGet);
    const row = [
      rateOf(one).toFixed(0),
      ofNull.toFixed(2),
      p50?.toFixed(0),
      p95?.toFixed(0),
      microsOf(one).toFixed(0),
      others,
    ];
    tell(one.name.padEnd(48) + row.map((cell, nth) => String(cell).padStart(widths[nth] ?? 8)).join(""));
  }
  const { nullGet, nullPost, hot, oneByOne, naive } = cases;
  tell(
    `\nTurnout's rate to Next's null GET: ${(rateOf(hot) / rateOf(nullGet)).toFixed(2)}, to a POST it refuses at once: ${(rateOf(hot) / rateOf(nullPost)).toFixed(2)}`,
  );
  tell(`Turnout's rate to the first draft's: ${(rateOf(hot) / rateOf(naive)).toFixed(1)}`);
  tell(`database time one by one to Turnout's: ${(microsOf(oneByOne) / microsOf(hot)).toFixed(1)}`);
}

async function printFloor(name: string, measure: (eventId: string, seconds: number) => Promise<number>): Promise<void> {
  const [event = ""] = await makeEvents(sql, {});
  await measure(event, 1);
  const before = databaseMicroseconds();
  const rate = await measure(event, seconds);
  const micros = (databaseMicroseconds() - before) / (rate * seconds);
  tell(`${name}: ${rate.toFixed(0)} registrations/s, ${micros.toFixed(0)} µs of the database each`);
}

function rateOf({ loads }: Case): number {
  return median(loads.map(({ perSecond }) => perSecond));
}

function microsOf({ databaseMicros }: Case): number {
  return median(databaseMicros);
}

async function printGrowth(): Promise<void> {
  tell("\nwith so many registrations stored        answers/s   db µs");
  for (const stored of (values.stored ?? "").split(",").map(Number)) {
    await storeRegistrations(sql, stored);
    const loads: Load[] = [];
    const micros: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const events = await makeEvents(sql, { capacity: 1_000_000 });
      const before = databaseMicroseconds();
      const load = await drive({ ...hot, request: register(events) });
      loads.push(load);
      micros.push((databaseMicroseconds() - before) / Math.max(1, load.answers));
    }
    const rate = median(loads.map(({ perSecond }) => perSecond));
    tell(
      `${stored.toLocaleString("en").padStart(16)}${rate.toFixed(0).padStart(34)}${median(micros).toFixed(0).padStart(8)}`,
    );
  }
}
