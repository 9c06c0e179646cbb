import { expect, test } from "@playwright/test";
import { runOpeningChaos } from "../bench/opening-chaos/run-opening-chaos";

test.setTimeout(240_000);

test("at an opening nobody gets a wrong page, another's bytes or a second registration while web processes are killed", async () => {
  const lines: string[] = [];
  const { killed, counts, registered, faults } = await runOpeningChaos({
    people: 60,
    seconds: 22,
    processes: 2,
    killEveryMs: 5_000,
    thinkMs: 3_000,
    tell: (line) => lines.push(line),
  });
  expect(faults, lines.join("\n")).toEqual([]);
  expect(registered).toBe(60);
  expect(killed).toBeGreaterThanOrEqual(3);
  expect(counts.good).toBeGreaterThan(500);
});
