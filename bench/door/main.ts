import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { startNextAlone } from "@/e2e/start-next-alone";
import { median } from "../percentile";
import { drive, type Load } from "../registrations/drive";
import { startBench } from "../start-bench";
import { type Door, joinPhone, stageDoor } from "./stage";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "5" },
    connections: { type: "string", default: "50" },
  },
});
const [rounds, seconds, connections] = [Number(values.rounds), Number(values.seconds), Number(values.connections)];
const tell = (line: string) => void process.stdout.write(`${line}\n`);
const { sql, url, dataDir, stop } = await startBench();
const next = await startNextAlone(dataDir);

let place = 0;
const scansOf = (door: Door, count: number) =>
  Array.from({ length: count }, () => ({
    scanId: randomUUID(),
    ticket: door.codes[place++ % door.codes.length] ?? "",
    scannedAt: new Date().toISOString(),
  }));

try {
  const load = { url, connections, seconds, wanted: [200] };
  // Each run has a door of its own, with everybody still outside.
  const checkIns = async (count: number, phones = connections) => {
    const door = await stageDoor(sql, 20_000);
    const body = () => ({ eventId: door.eventId, sentAt: new Date().toISOString(), scans: scansOf(door, count) });
    const request = { path: "/api/checkin", headers: await headersAt(door), body };
    return drive({ ...load, connections: phones, request });
  };
  const runs: [name: string, scans: number, run: () => Promise<Load>][] = [
    ["null route of Next (GET)", 1, () => drive({ ...load, url: next.url, request: { path: "/api/health/live" } })],
    ["a POST that the schema refuses", 1, async () => drive({ ...load, request: await refusedPost(), wanted: [422] })],
    ["check-ins, one a request", 1, () => checkIns(1)],
    ["check-ins, 20 a request", 20, () => checkIns(20)],
    ["check-ins, 500 a request, 4 phones", 500, () => checkIns(500, 4)],
  ];
  const results = new Map<string, Load[]>(runs.map(([name]) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    tell(round === 0 ? "warming up" : `round ${round} of ${rounds}`);
    for (const [name, , run] of runs) {
      const seen = await run();
      if (round > 0) results.get(name)?.push(seen);
    }
  }
  tell(`\n${"".padEnd(40)}requests/s   scans/s   of null   p50 ms   p95 ms   others`);
  const rateOf = (name: string) => median((results.get(name) ?? []).map(({ perSecond }) => perSecond));
  const nullRate = rateOf(runs[0]?.[0] ?? "");
  for (const [name, scans] of runs) {
    const loads = results.get(name) ?? [];
    const rate = rateOf(name);
    const cells = [
      ...[rate.toFixed(0).padStart(10), (rate * scans).toFixed(0).padStart(10)],
      ((rate * scans) / nullRate).toFixed(2).padStart(10),
      ...(["p50", "p95"] as const).map((key) =>
        median(loads.map((one) => one[key]))
          .toFixed(0)
          .padStart(9),
      ),
      String(loads.reduce((sum, { others }) => sum + others, 0)).padStart(9),
    ];
    tell(name.padEnd(40) + cells.join(""));
  }
  await tellSync();
} finally {
  next.stop();
  await stop();
}

/** How long a phone that was without network for 500 scans takes to send them all, and its roster of 20,000 to come. */
async function tellSync(): Promise<void> {
  const door = await stageDoor(sql, 20_000);
  const own = { ...(await headersAt(door)), "content-type": "application/json" };
  const tookMs: number[] = [];
  for (let sync = 0; sync < 20; sync++) {
    const scans = scansOf(door, 500).map((scan) => ({ ...scan, offline: true, letIn: true }));
    const body = JSON.stringify({ eventId: door.eventId, sentAt: new Date().toISOString(), scans });
    const startedAt = performance.now();
    const answer = await fetch(`${url}/api/checkin`, { method: "POST", headers: own, body });
    const { results }: { results: { verdict: string }[] } = await answer.json();
    tookMs.push(performance.now() - startedAt);
    if (results.length !== 500) throw new Error(`of 500 scans ${results.length} were answered`);
  }
  tell(
    `\n500 scans in one request, 20 times: p50 ${median(tookMs).toFixed(0)} ms, at most ${Math.max(...tookMs).toFixed(0)} ms`,
  );
  const startedAt = performance.now();
  let [people, bytes] = [0, 0];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const query = new URLSearchParams({ eventId: door.eventId, limit: "1000", ...(cursor && { cursor }) });
    const answer = await fetch(`${url}/api/checkin/roster?${query}`, { headers: own });
    const text: string = await answer.text();
    if (!answer.ok) throw new Error(text);
    const page: { items: unknown[]; nextCursor: string | null } = JSON.parse(text);
    people += page.items.length;
    bytes += text.length;
    cursor = page.nextCursor;
  }
  const took = performance.now() - startedAt;
  tell(`roster of ${people} people in pages of 1,000: ${took.toFixed(0)} ms, ${(bytes / 1e6).toFixed(1)} MB`);
}

async function headersAt({ eventId }: Door): Promise<Record<string, string>> {
  return { cookie: await joinPhone(sql, eventId), origin: url };
}

async function refusedPost() {
  return { path: "/api/checkin", headers: await headersAt(await stageDoor(sql, 1)), body: () => ({}) };
}
