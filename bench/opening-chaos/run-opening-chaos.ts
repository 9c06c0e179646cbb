import { mkdtempSync, rmSync } from "node:fs";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { findDescendants } from "@/e2e/process-tree";
import { readSettings, startProduct } from "@/e2e/start-product";
import { findFreePort } from "@/lib/platform/embedded/find-free-port";
import { act } from "../browser/act";
import { pickHabit } from "../browser/habits";
import { type Account, mintPeople } from "../browser/mint-people";
import { openVisitor } from "../browser/open-visitor";
import { record } from "../browser/record";
import type { Recording, Step } from "../browser/recording";
import { type EventPlace, placeOf, valuesOfAccount } from "../browser/values-of";
import { makeEvents } from "../registrations/database";
import { createAnswerJudge } from "./answer-judge";
import { checkRegistrations } from "./check-registrations";

export type ChaosOrder = {
  people: number;
  seconds: number;
  processes: number;
  killEveryMs: number;
  /** How long somebody looks at a page, on average. */
  thinkMs: number;
  tell: (line: string) => void;
};

export type ChaosReport = {
  killed: number;
  counts: Record<"good" | "refused" | "broken", number>;
  registered: number;
  /** Requests that a browser sent again because the connection had gone. */
  resent: number;
  faults: string[];
};

type Stage = {
  url: string;
  pid: number;
  sql: Sql;
  recording: Recording;
  accounts: readonly Account[];
  event: EventPlace;
};

// Who has pressed the button may go on for so long after the end, until the form is answered.
const mostAfterwardsMs = 60_000;

/**
 * The product with several web processes while people who are signed in come to an opening with all
 * that their browsers send, and one web process after the other is killed; then the judgement. The
 * product has a data dir of its own, which is removed.
 */
export async function runOpeningChaos(order: ChaosOrder): Promise<ChaosReport> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "turnout-chaos-"));
  const product = await startProduct({
    PORT: String(await findFreePort()),
    TURNOUT_DATA_DIR: dataDir,
    TURNOUT_DEMO: "1",
    WEB_PROCESSES: String(order.processes),
    RATE_LIMIT_SCALE: "0",
    LOG_LEVEL: "error",
  });
  const settings = readSettings(dataDir);
  const sql = postgres(settings.DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
  try {
    const url = `http://localhost:${settings.PORT}`;
    const ids = await makeEvents(sql, { count: 2, capacity: 100_000 });
    const [recorded = "", opened = ""] = ids;
    const { people, cookieName } = await mintPeople(settings, order.people + 2);
    const [one, other, ...accounts] = people;
    if (!one || !other) throw new Error("nobody to record");
    order.tell("recording what Chromium sends");
    const recording = await record({
      url,
      cookieName,
      event: placeOf(recorded),
      people: [one, other],
      only: ["signedIn"],
    });
    return await openInChaos(order, { url, pid: product.pid, sql, recording, accounts, event: placeOf(opened) });
  } finally {
    await sql.end();
    await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function openInChaos(order: ChaosOrder, stage: Stage): Promise<ChaosReport> {
  const { url, recording, accounts, event } = stage;
  const steps = recording.signedIn;
  const { judge, faults, counts } = createAnswerJudge();
  const agent = new Agent({ keepAlive: true });
  const until = performance.now() + order.seconds * 1000;
  const unanswered = new Set<string>();
  let [killed, killedAt, registered, resent] = [0, Number.NEGATIVE_INFINITY, 0, 0];

  async function live(account: Account, nth: number): Promise<void> {
    const visitor = openVisitor(url, agent, valuesOfAccount(account, event, nth));
    const cached = new Set<string>();
    await sleep(Math.random() * order.thinkMs);
    for (const what of ["list", "event", "registration"] as const) {
      await act(steps[what], cached, ask);
      await think();
    }
    while (performance.now() < until) {
      await act(steps[pickHabit()], cached, ask);
      await think();
    }

    async function ask(step: Step): Promise<void> {
      // What leads to a ticket is asked for by those who have one.
      if (step.target.includes("{{ticket}}") && !visitor.values.ticket) return;
      for (;;) {
        const seen = await visitor.ask(step);
        resent += seen.resent;
        const msAfterKill = performance.now() - killedAt;
        const outcome = judge({ ...seen, step, values: visitor.values, msAfterKill });
        if (step.kind !== "form") return;
        unanswered.add(account.email);
        if (outcome === "good") {
          unanswered.delete(account.email);
          registered += 1;
          return;
        }
        if (performance.now() > until + mostAfterwardsMs) return;
        // The same form is sent again, under its key, until it is known what became of it.
        await sleep(Math.random() * 2_000);
      }
    }
  }

  const think = () => sleep(order.thinkMs * (0.5 + Math.random()));

  async function kill(): Promise<void> {
    for (;;) {
      await sleep(order.killEveryMs);
      if (performance.now() > until) return;
      const webs = findDescendants(stage.pid, "next-server");
      const victim = webs[Math.floor(Math.random() * webs.length)];
      if (victim === undefined) continue;
      process.kill(victim, "SIGKILL");
      killedAt = performance.now();
      killed += 1;
      order.tell(`  a web process killed; ${counts.good} right answers so far, ${registered} registered`);
    }
  }

  await Promise.all([kill(), ...accounts.map(live)]);
  agent.destroy();
  for (const email of unanswered) faults.push(`${email}: the form was never answered`);
  const emails = accounts.map(({ email }) => email);
  faults.push(...(await checkRegistrations(stage.sql, event.eventId, emails)));
  return { killed, counts, registered, resent, faults };
}
