import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { act } from "../browser/act";
import { pickHabit } from "../browser/habits";
import type { Account } from "../browser/mint-people";
import { openVisitor, type Visitor } from "../browser/open-visitor";
import type { Kind, Recording, Step, What } from "../browser/recording";
import { type EventPlace, valuesOfAccount } from "../browser/values-of";
import { median, percentile } from "../percentile";
import type { Request } from "../registrations/drive";

export type Opening = {
  url: string;
  recording: Recording;
  /** Each takes part as one browser with a session of its own. */
  accounts: readonly Account[];
  event: EventPlace;
  dashboard: Request;
  seconds: number;
  /** The memory that the web process has resident now, in MB. */
  megabytes: () => number;
};

const thinkMs = 5_000;
const looks = 10;

const shareOfDashboards = 0.05;

/**
 * People who are signed in come, look around, register and come back, one thing every five seconds,
 * with all that their browsers send: static files on a first visit only, what has not changed by
 * its ETag, and every second one has the event's page open, which asks how it is. Says the p95 of
 * each, and the memory of the web process after each tenth of the time.
 */
export async function runOpening(opening: Opening): Promise<string[]> {
  const { url, recording, accounts, event, dashboard, seconds } = opening;
  const steps = recording.signedIn;
  const latencies = new Map<string, number[]>();
  const failed = new Map<string, number>();
  const until = performance.now() + seconds * 1000;
  const agent = new Agent({ keepAlive: true });

  function addLatency(name: string, ms: number): void {
    const all = latencies.get(name);
    if (all) all.push(ms);
    else latencies.set(name, [ms]);
  }

  async function ask(visitor: Visitor, name: string, step: Step): Promise<void> {
    const { reply, ms } = await visitor.ask(step);
    const isGood = reply?.status === step.status || reply?.status === 200 || reply?.status === 304;
    if (isGood) addLatency(name, ms);
    else {
      const what = `${name} ${reply?.status ?? "broken off"}`;
      failed.set(what, (failed.get(what) ?? 0) + 1);
    }
  }

  async function doOne(visitor: Visitor, what: What, cached: Set<string>): Promise<void> {
    await act(steps[what], cached, (step) => ask(visitor, nameOf(what, step.kind), step));
  }

  async function live(account: Account, nth: number): Promise<void> {
    const visitor = openVisitor(url, agent, valuesOfAccount(account, event, nth));
    const cached = new Set<string>();
    await sleep(Math.random() * thinkMs);
    for (const what of ["list", "event", "registration"] as const) {
      await doOne(visitor, what, cached);
      await sleep(think());
    }
    while (performance.now() < until) {
      if (Math.random() < shareOfDashboards) await askDashboard();
      else await doOne(visitor, pickHabit(), cached);
      await sleep(think());
    }
  }

  async function watch(account: Account, nth: number): Promise<void> {
    const poll = steps.live?.at(-1);
    if (!poll) return;
    const visitor = openVisitor(url, agent, valuesOfAccount(account, event, nth));
    for (;;) {
      await sleep(poll.afterMs * (0.75 + Math.random() / 2));
      if (performance.now() > until) return;
      await ask(visitor, "live", poll);
    }
  }

  async function askDashboard(): Promise<void> {
    const startedAt = performance.now();
    const answer = await fetch(url + dashboard.path, { headers: dashboard.headers });
    await answer.arrayBuffer();
    addLatency("dashboard", performance.now() - startedAt);
  }

  const memory: number[] = [];
  async function look(): Promise<void> {
    for (let nth = 0; nth < looks; nth++) {
      await sleep((seconds * 1000) / looks);
      memory.push(Math.round(opening.megabytes()));
    }
  }

  const watchers = accounts.filter((_, nth) => nth % 2 === 0);
  await Promise.all([look(), ...accounts.map(live), ...watchers.map(watch)]);
  agent.destroy();
  const rows = [...latencies].map(([name, all]) => {
    return `  ${name.padEnd(24)}${cell(percentile(all, 0.95))}${cell(median(all))}${String(all.length).padStart(9)}`;
  });
  const told = failed.size > 0 ? [...failed].map(([what, times]) => `${what} ${times} times`).join(", ") : "none";
  return [
    `\nopening, ${accounts.length} people signed in for ${seconds} s (half the specification: lists 150 ms, registering 250 ms)`,
    `  ${"".padEnd(24)}   p95 ms   p50 ms  answers`,
    ...rows.sort(),
    `  failed: ${told}; web process, MB (wanted ≤ 250): ${memory.join(" ")}`,
  ];
}

const cell = (ms: number) => ms.toFixed(0).padStart(9);
const think = () => thinkMs * (0.5 + Math.random());

function nameOf(what: What, kind: Kind): string {
  if (kind === "asset") return "static file";
  if (kind === "data") return "asked by script";
  if (kind === "form") return "registration, the form";
  if (what.startsWith("list")) return "list";
  if (what.startsWith("event") || what === "registration") return "event page";
  return what.startsWith("ticket") ? "ticket" : what === "registrations" ? "my registrations" : what;
}
