import { expect, test } from "@playwright/test";
import { fewFaults, killWeb } from "../bench/storm/faults";
import { runStorm } from "../bench/storm/run-storm";

test.setTimeout(240_000);

test("no seat is given twice, lost or untold, with three web processes of which some are killed", async () => {
  const lines: string[] = [];
  const { calls, answered, struck, faults } = await runStorm({
    ...{ seconds: 20, answers: 201, seed: 2026, processes: 3, events: 2, peopleEach: 30 },
    ...{ faults: fewFaults, faultEveryMs: 3_000, killEveryMs: 3_000, tell: (line) => lines.push(line) },
  });
  expect(faults, lines.join("\n")).toEqual([]);
  expect(answered).toBeGreaterThan(200);
  expect(calls).toBeGreaterThanOrEqual(answered);
  expect([...struck.keys()].sort()).toEqual([killWeb, ...fewFaults].map(({ name }) => name).sort());
});
