import { setTimeout as sleep } from "node:timers/promises";
import { Random } from "@/db/seed/random";
import { type Answer, type Engine, History, type Operation } from "./history";

export type Plan = {
  seed: number;
  /** The events, each with the capacity it begins with. */
  events: { id: string; capacity: number }[];
  /** Who takes part in each event, all at once; those who are signed in may pass their seat on. */
  people: { email: string; mayTransfer: boolean }[];
  /** How many steps each person takes, or until when. */
  steps: number;
  until?: () => boolean;
  /** Over how many milliseconds people arrive. */
  arriveOverMs: number;
  /** Some press the button two or three times. */
  pressTwice?: boolean;
  /** Every how many milliseconds somebody changes the capacity; none without it. */
  resizeEveryMs?: number;
};

/**
 * Many people who register, cancel, register again and pass on as chance has it, and an organizer who changes the capacity meanwhile. An
 * outcome that stays unknown is asked for again under the same key until it is known. One seed gives one plan.
 */
export async function runPlan(plan: Plan, engine: Engine, history = new History()): Promise<History> {
  let isOver = false;
  const walks = plan.events.flatMap(({ id }, nth) =>
    plan.people.map((person, place) => walk(new Random(plan.seed + nth * 10_007 + place * 31), id, person)),
  );
  const resizing = plan.events.map((event, nth) => resize(new Random(plan.seed + 77 + nth), event));
  await Promise.all(walks);
  isOver = true;
  await Promise.all(resizing);
  return history;

  async function walk(random: Random, event: string, { email: person, mayTransfer }: Plan["people"][number]) {
    let registration: string | null = null;
    let isIn = false;
    await sleep(random.between(0, plan.arriveOverMs));
    for (let step = 0; step < plan.steps && !plan.until?.(); step++) {
      if (!isIn) {
        const key = random.opaqueId();
        const answer = await askUntilKnown({ kind: "register", event, person, key }, random);
        // A guest who was there already is told no id.
        if (answer.kind === "placed" || (answer.kind === "standing" && answer.registration)) {
          registration = answer.registration;
          isIn = true;
        }
      } else if (registration && mayTransfer && random.chance(0.15)) {
        const to = `to-${random.opaqueId()}@example.org`;
        const answer = await askUntilKnown({ kind: "transfer", event, person, registration, to }, random);
        isIn = answer.kind !== "done";
      } else if (registration && random.chance(0.6)) {
        const answer = await askUntilKnown({ kind: "cancel", event, person, registration }, random);
        isIn = answer.kind !== "done";
      }
      if (random.chance(0.3)) await sleep(random.integer(0, 20));
    }
  }

  async function resize(random: Random, { id: event, capacity }: Plan["events"][number]) {
    await askUntilKnown({ kind: "resize", event, capacity }, random);
    if (!plan.resizeEveryMs) return;
    while (!isOver) {
      await sleep(random.integer(1, plan.resizeEveryMs * 2));
      const factor = random.between(0.6, 1.6);
      await askUntilKnown({ kind: "resize", event, capacity: Math.max(1, Math.round(capacity * factor)) }, random);
    }
  }

  async function askUntilKnown(operation: Operation, random: Random): Promise<Answer> {
    const presses = plan.pressTwice && operation.kind === "register" && random.chance(0.2) ? random.integer(2, 3) : 1;
    const answers = await Promise.all(Array.from({ length: presses }, () => history.record(engine, operation)));
    for (;;) {
      const known = answers.find(({ kind }) => kind !== "unknown");
      if (known) return known;
      await sleep(random.integer(50, 250));
      answers.push(await history.record(engine, operation));
    }
  }
}
