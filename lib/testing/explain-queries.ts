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
export function mostRowsLookedAt(run: () => Promise<unknown>, leftOut?: RegExp): Promise<number> {
  return mostRowsOf(run, (text) => isExplained.test(text) && !leftOut?.test(text));
}

/** The same of every statement that reads or writes rows. */
export function mostRowsLookedAtByAny(run: () => Promise<unknown>): Promise<number> {
  return mostRowsOf(run, (text) => /^\s*\(?(select|update|insert|delete|with)/.test(text));
}

async function mostRowsOf(run: () => Promise<unknown>, isMeant: (text: string) => boolean): Promise<number> {
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
    if (!isMeant(text)) continue;
    const [row] = await explain(text, parameters);
    const plans = row?.["QUERY PLAN"] ?? [];
    most = Math.max(most, ...plans.map(({ Plan: plan }) => rowsOf(plan)));
  }
  if (queries.length === 0) throw new Error("no query was run");
  return most;
}

// Explaining runs it: what it writes is taken back.
async function explain(text: string, parameters: unknown[]) {
  let rows: { "QUERY PLAN"?: { Plan: PlanStep }[] }[] = [];
  const takenBack = new Error("taken back");
  await sql()
    .begin(async (tx) => {
      rows = await tx.unsafe(`explain (analyze, format json) ${text}`, parameters as string[]);
      throw takenBack;
    })
    .catch((error: unknown) => {
      if (error !== takenBack) throw error;
    });
  return rows;
}

function rowsOf(step: PlanStep): number {
  const removed = (step["Rows Removed by Filter"] ?? 0) + (step["Rows Removed by Index Recheck"] ?? 0);
  const own = (step["Actual Rows"] + removed) * step["Actual Loops"];
  return Math.max(own, ...(step.Plans ?? []).map(rowsOf));
}
