import { sql } from "@/db/client";

type PlanStep = {
  "Node Type": string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: PlanStep[];
};

const isExplained = /^\s*(\(?(select|update)|with (?!.*\b(insert into|delete from)\b))/s;

/**
 * Runs what queries, then lets PostgreSQL explain each of its selects and updates while running it again: the largest number of rows that a
 * single step looked at. A list that uses its index looks at about a page of them, however many are stored. What matches
 * `leftOut` is not explained.
 */
export async function mostRowsLookedAt(run: () => Promise<unknown>, leftOut?: RegExp): Promise<number> {
  const queries: { text: string; parameters: unknown[] }[] = [];
  const { options } = sql();
  options.debug = (_connection: number, text: string, parameters: unknown[]) =>
    // The driver turns them into text in place, from which they could not be read again.
    queries.push({ text, parameters: [...parameters] });
  try {
    await run();
  } finally {
    options.debug = false;
  }
  let most = 0;
  for (const { text, parameters } of queries) {
    if (!isExplained.test(text) || leftOut?.test(text)) continue;
    const [row] = await sql().unsafe(`explain (analyze, format json) ${text}`, parameters as string[]);
    const plans: { Plan: PlanStep }[] = row?.["QUERY PLAN"] ?? [];
    most = Math.max(most, ...plans.map(({ Plan: plan }) => rowsOf(plan)));
  }
  if (queries.length === 0) throw new Error("no query was run");
  return most;
}

function rowsOf(step: PlanStep): number {
  const removed = (step["Rows Removed by Filter"] ?? 0) + (step["Rows Removed by Index Recheck"] ?? 0);
  const own = (step["Actual Rows"] + removed) * step["Actual Loops"];
  return Math.max(own, ...(step.Plans ?? []).map(rowsOf));
}
