import { parseArgs } from "node:util";
import { residentMegabytesOf } from "@/e2e/process-tree";
import { startNextAlone } from "@/e2e/start-next-alone";
import { mintPeople } from "../browser/mint-people";
import { record } from "../browser/record";
import { eventsNeeded, placeOf } from "../browser/values-of";
import { stageDoor } from "../door/stage";
import { makeEvents } from "../registrations/database";
import type { Request } from "../registrations/drive";
import { startBench } from "../start-bench";
import { apiCasesOf, printApiRatios } from "./api-cases";
import { browserCasesOf } from "./browser-cases";
import { measureInAStorm, type StormSeen, stormLineOf, withinLineOf } from "./in-a-storm";
import { type Case, measure } from "./measured";
import { runOpening } from "./opening";
import { printBrowserCases } from "./print-browser-cases";
import { printCases } from "./print-cases";
import { sellOut } from "./sell-out";
import { startBare } from "./start-bare";
import { measureStartUp } from "./start-up";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "4" },
    /** How many browsers ask at once, each number in turn. */
    connections: { type: "string", default: "50,500" },
    // How long 500 people open pages, register and look at tickets, in seconds.
    opening: { type: "string", default: "20" },
    storms: { type: "string", default: "5" },
    people: { type: "string", default: "500" },
  },
});
const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
const tell = (line: string) => void process.stdout.write(`${line}\n`);

const { settings, sql, url, dataDir, web, worker, databaseMicroseconds, stop } = await startBench();
const next = await startNextAlone(dataDir);
const bare = await startBare(settings);
const front = { url, pid: web };
const open = async () => (await makeEvents(sql, { capacity: 1_000_000 }))[0] ?? "";

try {
  tell("recording what Chromium sends");
  const event = placeOf(await open());
  const { people, cookieName } = await mintPeople(settings, Number(values.people) + 2, await open());
  const [one, other, ...accounts] = people;
  if (!one || !other) throw new Error("nobody to record");
  const recording = await record({ url: settings.NEXTAUTH_URL ?? url, event, people: [one, other], cookieName });

  const door = await stageDoor(sql, 200_000);
  const authorization = { authorization: `Bearer ${await organizerToken()}` };
  const dashboard: Request = { path: `/api/dashboard?eventId=${door.eventId}`, headers: authorization };
  let scan = 0;
  const scanned = () => ({
    scanId: crypto.randomUUID(),
    ticket: door.codes[scan++ % door.codes.length],
    scannedAt: new Date().toISOString(),
  });
  const checkingIn: Request = {
    path: "/api/checkin",
    headers: authorization,
    body: () => ({ eventId: door.eventId, scans: [scanned()] }),
  };

  // Mails are the worker's, which is paused while the clock runs.
  process.kill(worker, "SIGSTOP");
  // First of all, as after a start: the memory of the web process is then what an opening needs.
  const opening = {
    url,
    recording,
    accounts,
    event: placeOf(await open()),
    dashboard,
    seconds: Number(values.opening),
  };
  if (opening.seconds > 0)
    for (const line of await runOpening({ ...opening, megabytes: () => residentMegabytesOf(web) })) tell(line);

  const tables = (values.connections ?? "").split(",").map(Number);
  const browserTables = tables.map((connections) => {
    return {
      connections,
      cases: browserCasesOf({ front, bare, recording, accounts, event, sql, connections, seconds }),
    };
  });
  const slug = await slugOfDemo();
  const apiCases = await apiCasesOf({ front, next, bare, seconds, checkingIn, dashboard, slug, open });
  const all: Case[] = [...browserTables.flatMap(({ cases }) => Object.values<Case>(cases)), ...Object.values(apiCases)];
  for (let round = 0; round <= rounds; round++) {
    tell(round === 0 ? "warming up" : `round ${round} of ${rounds}`);
    for (const each of all) await measure(each, round === 0, databaseMicroseconds);
  }
  for (const { cases, connections } of browserTables) printBrowserCases(cases, connections, tell);
  printCases("the API, which programs ask, 500 connections (Next's pages 50)", Object.values(apiCases), tell);
  printApiRatios(apiCases, tell);
  tell("");
  for (let round = 1; round <= rounds; round++)
    tell(await sellOut(front.url, (await makeEvents(sql, { capacity: 10_000 }))[0] ?? "", sql));

  const headers = { "accept-encoding": "gzip, deflate, br" };
  const others = {
    "a check-in": checkingIn,
    "the list's page": { path: "/events", headers },
    "GET /api/events": { path: "/api/events" },
  };
  const storms: StormSeen[] = [];
  while (storms.length < Number(values.storms)) {
    const ids = await makeEvents(sql, { count: eventsNeeded(accounts.length, seconds), capacity: 1_000_000 });
    const seen = await measureInAStorm({ url, recording, accounts, events: ids.map(placeOf), seconds }, others);
    storms.push(seen);
    tell(stormLineOf(seen));
  }
  tell(withinLineOf(storms));
  tell(await measureStartUp(settings));
  process.kill(worker, "SIGCONT");
} finally {
  next.stop();
  bare.stop();
  await stop();
}

async function slugOfDemo(): Promise<string> {
  const [row] = await sql`
    select slug from events where status = 'published' and slug not like 'bench-%' order by starts_at desc limit 1`;
  return row?.slug;
}

async function organizerToken(): Promise<string> {
  const answer = await fetch(`${url}/api/auth/token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: "organizer@demo.test", password: "turnout-demo" }),
  });
  return (await answer.json()).accessToken;
}
