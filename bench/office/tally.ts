import type { Answer } from "./visitor";

/** What the office waited for each kind of thing, and every answer that was not the wanted one. */
export type Tally = {
  waits: Map<string, number[]>;
  refused: string[];
  /** Does it, and notes how long it took and whether the answer is the wanted one. */
  timed: (what: string, wanted: number, run: () => Promise<Answer>) => Promise<Answer>;
};

/** A tally with nothing in it; what fails on the way counts as refused. */
export function newTally(): Tally {
  const waits = new Map<string, number[]>();
  const refused: string[] = [];
  async function timed(what: string, wanted: number, run: () => Promise<Answer>): Promise<Answer> {
    const startedAt = performance.now();
    const answer = await run().catch((error: unknown) => ({ status: 0, text: String(error) }));
    const known = waits.get(what) ?? [];
    known.push(performance.now() - startedAt);
    waits.set(what, known);
    if (answer.status !== wanted) refused.push(`${what}: ${answer.status} ${answer.text.slice(0, 200)}`);
    return answer;
  }
  return { waits, refused, timed };
}
