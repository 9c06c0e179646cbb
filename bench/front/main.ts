import { parseArgs } from "node:util";
import { residentMegabytesOf } from "@/e2e/process-tree";
import { startNextAlone } from "@/e2e/start-next-alone";
import { stageDoor } from "../door/stage";
import { makeEvents } from "../registrations/database";
import { drive, type Request } from "../registrations/drive";
import { startBench } from "../start-bench";
import { measureInAStorm } from "./in-a-storm";
import { type Case, caseOf, databaseMicrosOf, measure, ownMicrosOf, p95Of, rateOf, rowOf } from "./measured";
import { runOpening } from "./opening";
import { sellOut } from "./sell-out";
import { startBare } from "./start-bare";
import { measureStartUp } from "./start-up";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "4" },
    // How long 500 people open pages, register and look at tickets, in seconds.
    opening: { type: "string", default: "20" },
  },
});
const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
const tell = (line: string) => void process.stdout.write(`${line}\n`);

const { settings, sql, url, dataDir, web, worker, databaseMicroseconds, stop } = await startBench();
const next = await startNextAlone(dataDir);
const bare = await startBare(settings);
const front = { url, pid: web };

let person = 0;
const registering = (eventId = ""): Request => ({
  path: "/api/registrations",
  body: () => ({ eventId, name: "Grace Hopper", email: `bench-${person++}@bench.test` }),
});
const open = async () => (await makeEvents(sql, { capacity: 1_000_000 }))[0] ?? "";
const token = await organizerToken();
const authorization = { authorization: `Bearer ${token}` };
const door = await stageDoor(sql, 200_000);
let scan = 0;
const checkingIn: Request = {
  path: "/api/checkin",
  headers: authorization,
  body: () => ({
    eventId: door.eventId,
    scans: [
      {
        ...{ scanId: crypto.randomUUID(), ticket: door.codes[scan++ % door.codes.length] },
        scannedAt: new Date().toISOString(),
      },
    ],
  }),
};
const slug = (
  await sql`select slug from events where status = 'published' and slug not like 'bench-%' order by starts_at desc limit 1`
)[0]?.slug;
// As browsers ask.
const headers = { "accept-encoding": "gzip, deflate, br" };
const pages = { list: { path: "/events", headers }, event: { path: `/events/${slug}`, headers } };
const dashboard: Request = { path: `/api/dashboard?eventId=${door.eventId}`, headers: authorization };

type Site = { url: string; pid: number };
const at = (site: Site, name: string, request: Request, wanted = 200, connections = 500): Case =>
  caseOf(name, site.pid, () => drive({ url: site.url, request, wanted: [wanted], connections, seconds }));

const cases = {
  bareNull: at(bare, "node:http: null", { path: "/" }),
  nextNull: at(next, "Next: null route", { path: "/api/health/live" }),
  bareRegister: at(bare, "node:http: registration", registering(await open()), 201),
  register: at(front, "front: registration", registering(await open()), 201),
  nextRegister: at(next, "Next: registration", registering(await open()), 201),
  checkIn: at(front, "front: check-in", checkingIn),
  nextCheckIn: at(next, "Next: check-in", checkingIn),
  list: at(front, "front: event list page", pages.list),
  nextList: at(next, "Next: event list page", pages.list, 200, 50),
  event: at(front, "front: event page", pages.event),
  nextEvent: at(next, "Next: event page", pages.event, 200, 50),
  apiEvents: at(front, "front: GET /api/events", { path: "/api/events" }),
  nextApiEvents: at(next, "Next: GET /api/events", { path: "/api/events" }),
  dashboard: at(front, "front: dashboard of an event", dashboard),
  nextDashboard: at(next, "Next: dashboard of an event", dashboard),
};

try {
  // Mails are the worker's, which is paused while the clock runs.
  process.kill(worker, "SIGSTOP");
  // First of all, as after a start: the memory of the web process is then what an opening needs.
  tell(
    await runOpening(front.url, {
      page: pages.event.path,
      eventId: await open(),
      dashboard: dashboard.path,
      authorization,
      seconds: Number(values.opening),
      megabytes: () => residentMegabytesOf(web),
    }),
  );
  for (let round = 0; round <= rounds; round++) {
    tell(round === 0 ? "warming up" : `round ${round} of ${rounds}`);
    for (const one of Object.values(cases)) await measure(one, round === 0, databaseMicroseconds);
  }
  tell(
    `\n${"500 connections (Next's pages 50), medians".padEnd(52)}${["answers/s", "p50 ms", "p95 ms", "web µs", "db µs", "others"].map((head) => head.padStart(10)).join("")}`,
  );
  for (const one of Object.values(cases)) tell(rowOf(one));
  printRatios();
  tell("");
  for (let round = 1; round <= rounds; round++)
    tell(await sellOut(front.url, (await makeEvents(sql, { capacity: 10_000 }))[0] ?? "", sql));
  const others = {
    "a check-in": checkingIn,
    "the list's page": pages.list,
    "GET /api/events": { path: "/api/events" },
  };
  for (let round = 1; round <= rounds; round++)
    tell(await measureInAStorm(front.url, { eventId: await open(), others, seconds }));
  tell(await measureStartUp(settings));
  process.kill(worker, "SIGCONT");
} finally {
  next.stop();
  bare.stop();
  await stop();
}

function printRatios(): void {
  const c = cases;
  const ratio = (name: string, left: Case, right: Case) =>
    tell(
      `${name.padEnd(52)}${(rateOf(left) / rateOf(right)).toFixed(2).padStart(10)}${(ownMicrosOf(right) / ownMicrosOf(left)).toFixed(2).padStart(20)}`,
    );
  tell(`\n${"ratios".padEnd(52)}${"by rate".padStart(10)}${"by web processor".padStart(20)}`);
  ratio("registration: front to a null route of Next", c.register, c.nextNull);
  ratio("registration: front to Next", c.register, c.nextRegister);
  ratio("registration: front to node:http", c.register, c.bareRegister);
  ratio("check-in: front to Next", c.checkIn, c.nextCheckIn);
  ratio("list page: front to Next", c.list, c.nextList);
  ratio("list page: front to a null route of Next", c.list, c.nextNull);
  ratio("list page: front to node:http null", c.list, c.bareNull);
  ratio("event page: front to Next", c.event, c.nextEvent);
  ratio("event page: front to node:http null", c.event, c.bareNull);
  ratio("GET /api/events: front to Next", c.apiEvents, c.nextApiEvents);
  ratio("dashboard: front to Next", c.dashboard, c.nextDashboard);
  tell(
    `processor time of a registration, web and database: ${((ownMicrosOf(c.register) + databaseMicrosOf(c.register)) / 1000).toFixed(3)} ms, p95 ${p95Of(c.register).toFixed(0)} ms`,
  );
}

async function organizerToken(): Promise<string> {
  const answer = await fetch(`${front.url}/api/auth/token`, {
    ...{ method: "POST", headers: { "content-type": "application/json" } },
    body: JSON.stringify({ email: "organizer@demo.test", password: "turnout-demo" }),
  });
  return (await answer.json()).accessToken;
}
