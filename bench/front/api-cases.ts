import { drive, type Request } from "../registrations/drive";
import type { Site } from "./browser-cases";
import { type Case, caseOf, databaseMicrosOf, ownMicrosOf, p95Of, rateOf } from "./measured";

export type ApiStage = {
  front: Site;
  next: Site;
  bare: Site;
  seconds: number;
  checkingIn: Request;
  dashboard: Request;
  slug: string;
  /** A new event with seats for everybody. */
  open: () => Promise<string>;
};

type ApiCases = Awaited<ReturnType<typeof apiCasesOf>>;

// As browsers ask.
const headers = { "accept-encoding": "gzip, deflate, br" };
let person = 0;

/** What programs ask, at the front and beside it through Next and on bare node:http. */
export async function apiCasesOf({ front, next, bare, seconds, checkingIn, dashboard, slug, open }: ApiStage) {
  const at = (site: Site, name: string, request: Request, wanted = 200, connections = 500): Case =>
    caseOf(name, site.pid, () => drive({ url: site.url, request, wanted: [wanted], connections, seconds }));
  const pages = { list: { path: "/events", headers }, event: { path: `/events/${slug}`, headers } };
  const registering = async (): Promise<Request> => {
    const eventId = await open();
    const body = () => ({ eventId, name: "Grace Hopper", email: `bench-${person++}@bench.test` });
    return { path: "/api/registrations", body };
  };
  return {
    bareNull: at(bare, "node:http: null", { path: "/" }),
    nextNull: at(next, "Next: null route", { path: "/api/health/live" }),
    bareRegister: at(bare, "node:http: registration", await registering(), 201),
    register: at(front, "front: registration", await registering(), 201),
    nextRegister: at(next, "Next: registration", await registering(), 201),
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
}

/** How the front compares, by rate and by processor of the web process. */
export function printApiRatios(c: ApiCases, tell: (line: string) => void): void {
  const ratio = (name: string, left: Case, right: Case, wanted = "") =>
    tell(
      `${name.padEnd(52)}${(rateOf(left) / rateOf(right)).toFixed(2).padStart(10)}${(ownMicrosOf(right) / ownMicrosOf(left)).toFixed(2).padStart(20)}${wanted.padStart(10)}`,
    );
  tell(`\n${"ratios".padEnd(52)}${"by rate".padStart(10)}${"by web processor".padStart(20)}${"wanted".padStart(10)}`);
  ratio("registration: front to a null route of Next", c.register, c.nextNull);
  ratio("registration: front to Next", c.register, c.nextRegister);
  ratio("registration: front to node:http", c.register, c.bareRegister);
  ratio("check-in: front to Next", c.checkIn, c.nextCheckIn, "cpu ≥ 3.5");
  ratio("list page: front to Next", c.list, c.nextList);
  ratio("list page: front to a null route of Next", c.list, c.nextNull);
  ratio("list page: front to node:http null", c.list, c.bareNull);
  ratio("event page: front to Next", c.event, c.nextEvent);
  ratio("event page: front to node:http null", c.event, c.bareNull);
  ratio("GET /api/events: front to Next", c.apiEvents, c.nextApiEvents);
  ratio("dashboard: front to Next", c.dashboard, c.nextDashboard);
  const p95Ratio = p95Of(c.register) / p95Of(c.bareRegister);
  tell(`registration: p95 of the front to node:http with the same verb: ${p95Ratio.toFixed(2)}, wanted ≤ 2.3`);
  tell(
    `processor time of a registration, web and database: ${((ownMicrosOf(c.register) + databaseMicrosOf(c.register)) / 1000).toFixed(3)} ms, p95 ${p95Of(c.register).toFixed(0)} ms`,
  );
}
