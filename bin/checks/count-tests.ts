import { readFileSync } from "node:fs";
import { z } from "zod";

export type Counts = { passed: number; failed: number };

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

/** What vitest's JSON report counts. */
export function countVitest(file: string): Counts {
  const { numPassedTests, numFailedTests } = vitestReport.parse(JSON.parse(readFileSync(file, "utf8")));
  return { passed: numPassedTests, failed: numFailedTests };
}

/** What Playwright's JSON report counts; a flaky test is a failed one. */
export function countPlaywright(file: string): Counts {
  const { stats } = playwrightReport.parse(JSON.parse(readFileSync(file, "utf8")));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}
