import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { config } from "@/lib/platform/config";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { broken, engineOf } from "./broken-engines";
import { checkHistory } from "./check-history";
import type { Engine } from "./history";
import { productEngine } from "./product-engine";
import { readTables } from "./read-tables";
import { type Plan, runPlan } from "./run-plan";

const organizer = await makePerson({ role: "organizer", name: "Olga" });
const sql = postgres(config().DATABASE_URL, {
  ...{ max: 24, onnotice: () => {} },
  // Deadlocks are among what is looked for; a second each is too long.
  connection: { deadlock_timeout: 20 },
});

afterAll(() => sql.end());

async function faultsOf(engine: Engine, given: Partial<Plan> = {}, capacity = 10): Promise<string[]> {
  const { id } = await makePublishedEvent(organizer, { capacity });
  const people = Array.from({ length: 60 }, () => ({ email: `${randomUUID()}@example.org`, mayTransfer: false }));
  const history = await runPlan(
    { seed: 7, events: [{ id, capacity }], people, steps: 2, arriveOverMs: 150, ...given },
    engine,
  );
  return checkHistory(history.calls, await readTables(sql, [id]));
}

describe("the checker", () => {
  it("finds nothing wrong with the product's verbs: registering, again, cancelling, passing on, other capacities", async () => {
    const people = Array.from({ length: 40 }, () => ({ email: `${randomUUID()}@example.org`, mayTransfer: true }));
    expect(await faultsOf(productEngine(organizer), { people, steps: 8, resizeEveryMs: 20, pressTwice: true })).toEqual(
      [],
    );
  });

  it("finds nothing wrong with a simple engine that is right", async () => {
    expect(await faultsOf(engineOf(sql))).toEqual([]);
  });

  describe("catches an engine that", () => {
    // The tripwires of the schema would stop most of these; without them the checker alone must notice.
    beforeAll(async () => {
      await sql`alter table events drop constraint events_seats_within_capacity, drop constraint events_waitlist_not_negative`;
      // Counters of dashboards are rows that two transactions change, which PostgreSQL would
      // notice.
      await sql`alter table registrations disable trigger user`;
    });

    it.each(Object.entries(broken))("%s", async (_what, { sign, parts }) => {
      const found: string[] = [];
      // A race may happen to go well a few times; not twenty times.
      for (let round = 0; round < 20 && !found.some((fault) => sign.test(fault)); round++)
        found.push(...(await faultsOf(engineOf(sql, parts), { seed: round })));
      expect(found).toContainEqual(expect.stringMatching(sign));
    });
  });
});
