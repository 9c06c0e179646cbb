import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { startProduct } from "@/e2e/start-product";
import { findFreePort } from "@/lib/platform/embedded/find-free-port";
import { databaseMicroseconds, makeEvents, storeRegistrations } from "./database";
import { drive, type Load } from "./drive";
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
const median = (numbers: number[]) =>
  [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0;

const dataDir = mkdtempSync(path.join(tmpdir(), "turnout-bench-"));
const product = await startProduct({
  ...{ PORT: String(await findFreePort()), TURNOUT_DATA_DIR: dataDir, TURNOUT_DEMO: "1" },
  ...{ RATE_LIMIT_SCALE: "0", LOG_LEVEL: "error" },
});
const settings = JSON.parse(readFileSync(path.join(dataDir, "running.json"), "utf8"));
const postmaster = Number(readFileSync(path.join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
const turnout = `http://127.0.0.1:${settings.PORT}`;
const sql = postgres(settings.DATABASE_URL, { max: 1, onnotice: () => {} });
const naive = await startCompetitor("naive", settings.DATABASE_URL, settings.SES_ENDPOINT);
const oneByOne = await startCompetitor("one-by-one", settings.DATABASE_URL, settings.SES_ENDPOINT);
// The product's own code in this process finds its database by the environment, which it reads at first use.
Object.assign(process.env, settings);

let person = 0;
const asGuest = (events: string[]) => () => ({
  ...{ eventId: events[person % events.length], name: "Grace Hopper", email: `bench-${person++}@bench.test` },
});
const register = (events: string[]) => ({ path: "/api/registrations", body: asGuest(events) });

type Case = { name: string; run: () => Promise<Load>; loads: Load[]; databaseMicros: number[] };
const cases: Case[] = [];
const add = (name: string, run: () => Promise<Load>) => cases.push({ name, run, loads: [], databaseMicros: [] });
const hot = { connections: 500, seconds, wanted: [201] };
const open = await makeEvents(sql, {});
const limited = await makeEvents(sql, { capacity: 1_000_000 });
const hundred = await makeEvents(sql, { count: 100 });
const full = await makeEvents(sql, { capacity: 1 });
await sql`update events set seats_taken = 1 where id = any(${full})`;

add("null route of Next, 500 connections", () =>
  drive({ ...hot, url: turnout, request: { path: "/api/health/live" }, wanted: [200] }),
);
add("Turnout, one event, 500 connections", () => drive({ ...hot, url: turnout, request: register(limited) }));
add("Turnout, one event without limit", () => drive({ ...hot, url: turnout, request: register(open) }));
add("Turnout, 100 events at once", () => drive({ ...hot, url: turnout, request: register(hundred) }));
add("Turnout, a full event refused", () => drive({ ...hot, url: turnout, request: register(full), wanted: [409] }));
add("one by one on node:http, 500 connections", () =>
  drive({ ...hot, url: oneByOne.url, request: { ...register(limited), path: "/" } }),
);
add("naive on node:http with mail, 500 connections", () =>
  drive({ ...hot, url: naive.url, request: { ...register(limited), path: "/" } }),
);
add("Turnout, 50 requests a second offered", () =>
  drive({ ...hot, url: turnout, request: register(limited), connections: 50, rate: 50 }),
);

try {
  for (let round = 1; round <= rounds; round++) {
    tell(`round ${round} of ${rounds}`);
    for (const { run, loads, databaseMicros } of cases) {
      const before = databaseMicroseconds(postmaster);
      const load = await run();
      loads.push(load);
      databaseMicros.push((databaseMicroseconds(postmaster) - before) / Math.max(1, load.wanted));
    }
  }
  printCases();
  const { measureSqlFloor } = await import("./sql-floor");
  const floor = await measureSqlFloor((await makeEvents(sql, {}))[0] ?? "", seconds);
  tell(`\nthe gathered statement alone, in groups of 500: ${Math.round(floor)} registrations/s`);
  await printGrowth();
} finally {
  naive.stop();
  oneByOne.stop();
  await sql.end();
  const { closeDatabase } = await import("@/db/client");
  await closeDatabase();
  await product.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

function printCases(): void {
  const rateOf = (nth: number) => median((cases[nth]?.loads ?? []).map(({ perSecond }) => perSecond));
  const nullRate = rateOf(0);
  tell(
    `\n${"".padEnd(48)}${"answers/s".padStart(10)}${"of null".padStart(9)}${"p50 ms".padStart(8)}${"p95 ms".padStart(8)}${"db µs".padStart(8)}${"others".padStart(8)}`,
  );
  for (const { name, loads, databaseMicros } of cases) {
    const [rate, p50, p95] = (["perSecond", "p50", "p95"] as const).map((key) =>
      median(loads.map((load) => load[key])),
    );
    const cells = [rate?.toFixed(0), ((rate ?? 0) / nullRate).toFixed(2), p50?.toFixed(0), p95?.toFixed(0)];
    const others = loads.reduce((sum, load) => sum + load.others, 0);
    const widths = [10, 9, 8, 8, 8, 8];
    const row = [...cells, median(databaseMicros).toFixed(0), String(others)];
    tell(name.padEnd(48) + row.map((cell, nth) => (cell ?? "").padStart(widths[nth] ?? 8)).join(""));
  }
  const microsOf = (nth: number) => median(cases[nth]?.databaseMicros ?? []);
  tell(
    `\nTurnout takes ${(rateOf(1) / rateOf(0)).toFixed(2)} of what Next's null route answers (wanted: at least 0.7)`,
  );
  tell(`Turnout takes ${(rateOf(1) / rateOf(6)).toFixed(1)} times what the naive form takes (wanted: at least 5)`);
  tell(
    `the database works ${(microsOf(5) / microsOf(1)).toFixed(1)} times longer for one registration one by one (wanted: at least 20)`,
  );
}

async function printGrowth(): Promise<void> {
  tell("\nwith so many registrations stored        answers/s   db µs");
  for (const stored of (values.stored ?? "").split(",").map(Number)) {
    await storeRegistrations(sql, stored);
    const loads: Load[] = [];
    const micros: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const events = await makeEvents(sql, { capacity: 1_000_000 });
      const before = databaseMicroseconds(postmaster);
      const load = await drive({ ...hot, url: turnout, request: register(events) });
      loads.push(load);
      micros.push((databaseMicroseconds(postmaster) - before) / Math.max(1, load.wanted));
    }
    const rate = median(loads.map(({ perSecond }) => perSecond));
    tell(
      `${stored.toLocaleString("en").padStart(16)}${rate.toFixed(0).padStart(34)}${median(micros).toFixed(0).padStart(8)}`,
    );
  }
}
