import { setTimeout as sleep } from "node:timers/promises";
import { median, percentile } from "../percentile";

type Opening = {
  page: string;
  eventId: string;
  dashboard: string;
  authorization: Record<string, string>;
  seconds: number;
  /** The memory that the web process has resident now, in MB. */
  megabytes: () => number;
};
type Kind = "page" | "registration" | "ticket" | "dashboard";

const people = 500;
const thinkMs = 5_000;
const looks = 10;

/**
 * 500 people who do something every five seconds: pages, registrations, their ticket, dashboards. Says the p95 of each, and the memory
 * of the web process after each tenth of the time.
 */
export async function runOpening(url: string, opening: Opening): Promise<string> {
  const latencies: Record<Kind, number[]> = { page: [], registration: [], ticket: [], dashboard: [] };
  const failed = new Map<string, number>();
  const until = performance.now() + opening.seconds * 1000;
  let count = 0;
  const tickets: string[] = [];

  async function act(kind: Kind): Promise<void> {
    const startedAt = performance.now();
    const answer = await asked(kind);
    const body = await answer.text();
    if (!answer.ok) failed.set(`${kind} ${answer.status}`, (failed.get(`${kind} ${answer.status}`) ?? 0) + 1);
    else latencies[kind].push(performance.now() - startedAt);
    if (kind === "registration" && answer.ok) tickets.push(JSON.parse(body).ticket.url);
  }

  function asked(kind: Kind): Promise<Response> {
    const ticket = tickets[Math.floor(Math.random() * tickets.length)];
    if (kind === "dashboard") return fetch(url + opening.dashboard, { headers: opening.authorization });
    if (kind === "ticket" && ticket) return fetch(url + new URL(ticket).pathname);
    if (kind !== "registration") return fetch(url + opening.page);
    return fetch(`${url}/api/registrations`, {
      ...{ method: "POST", headers: { "content-type": "application/json" } },
      body: JSON.stringify({
        eventId: opening.eventId,
        name: "Ada",
        email: `opening-${Date.now()}-${count++}@bench.test`,
      }),
    });
  }

  async function live(): Promise<void> {
    await sleep(Math.random() * thinkMs);
    while (performance.now() < until) {
      const dice = Math.random();
      await act(dice < 0.7 ? "page" : dice < 0.9 ? "registration" : dice < 0.95 ? "ticket" : "dashboard");
      await sleep(thinkMs * (0.5 + Math.random()));
    }
  }

  const memory: number[] = [];
  async function look(): Promise<void> {
    for (let nth = 0; nth < looks; nth++) {
      await sleep((opening.seconds * 1000) / looks);
      memory.push(Math.round(opening.megabytes()));
    }
  }

  await Promise.all([look(), ...Array.from({ length: people }, live)]);
  const p95s = Object.entries(latencies).map(([kind, all]) => {
    return `${kind} ${percentile(all, 0.95).toFixed(0)} (${all.length}, median ${median(all).toFixed(0)})`;
  });
  const told = failed.size > 0 ? [...failed].map(([what, times]) => `${what}: ${times}`).join(", ") : "none";
  const seen = `web process, MB: ${memory.join(" ")}`;
  return `opening, ${people} people for ${opening.seconds} s, p95 in ms: ${p95s.join(", ")}; failed: ${told}; ${seen}`;
}
