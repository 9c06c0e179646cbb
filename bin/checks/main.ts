import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { buildProduct } from "../launcher/build-product";
import { root } from "../launcher/paths";
import { say } from "../launcher/report";
import { type Counts, countPlaywright, countVitest } from "./count-tests";
import { installTools } from "./install-tools";
import { runCommand, runStep, type StepResult } from "./run-step";

const reports = path.join(root, "test-results");
const unitReport = path.join(reports, "unit.json");
const browserReport = path.join(reports, "e2e.json");

const script = (name: string, ...more: string[]) => runCommand("npm", ["run", "--silent", name, "--", ...more], root);

const steps: [name: string, work: () => Promise<boolean>][] = [
  ["Tools of the tests", installTools],
  ["Format and lint", () => script("lint")],
  ["Structure", () => script("structure")],
  ["Dead code", () => script("dead-code")],
  ["Build", () => buildProduct(path.join(reports, "build.log"), say).then(() => true)],
  // After the build, which writes the types of the routes.
  ["Types", () => script("types")],
  [
    // On this machine's own Node.js; what npm runs, and the product in the browser tests, is on the one that the packages bring.
    "Unit and integration tests",
    () =>
      runCommand(
        process.execPath,
        [
          "node_modules/vitest/vitest.mjs",
          "run",
          "--reporter=default",
          "--reporter=json",
          `--outputFile=${unitReport}`,
        ],
        root,
      ),
  ],
  ["Browser tests", () => script("e2e")],
];

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const startedAt = performance.now();
const results: StepResult[] = [];
for (const [name, work] of steps) {
  const result = await runStep(name, work);
  results.push(result);
  const isNeededByAll = name === "Tools of the tests";
  if (!result.isPassed && isNeededByAll) break;
}

say(`\n── Summary (${((performance.now() - startedAt) / 60_000).toFixed(1)} min)`);
for (const { name, isPassed, seconds } of results)
  say(`${isPassed ? "✓" : "✗"} ${name.padEnd(28)} ${seconds.toFixed(1)} s`);
const counts = [countOrNone(() => countVitest(unitReport)), countOrNone(() => countPlaywright(browserReport))];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failedTests = counts.reduce((sum, count) => sum + count.failed, 0);
const failedSteps = results.filter((result) => !result.isPassed).length;
// A check that fails without a failing test (lint, say) counts as one.
const failed = Math.max(failedTests, failedSteps);
say(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function countOrNone(count: () => Counts): Counts {
  try {
    return count();
  } catch {
    return { passed: 0, failed: 0 };
  }
}
