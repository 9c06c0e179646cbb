import { setTimeout as sleep } from "node:timers/promises";
import { processorMicrosecondsOf } from "@/e2e/process-tree";
import { median } from "../percentile";
import type { Load } from "../registrations/drive";

/** One way to ask one thing, and what came of it in each round. */
export type Case<Seen extends Load = Load> = {
  name: string;
  run: () => Promise<Seen>;
  pid: number;
  loads: Seen[];
  /** Processor time of each answer: of its own process, and of the database. */
  micros: { own: number; database: number }[];
};

/** A case that has not run yet. */
export function caseOf<Seen extends Load>(name: string, pid: number, run: () => Promise<Seen>): Case<Seen> {
  return { name, pid, run, loads: [], micros: [] };
}

/** Runs it once; unless it only warms up, its load and the processor time of each answer are kept. */
export async function measure<Seen extends Load>(
  one: Case<Seen>,
  isWarmUp: boolean,
  databaseMicros: () => number,
): Promise<void> {
  const before = { own: processorMicrosecondsOf(one.pid), database: databaseMicros() };
  const load = await one.run();
  await rest(one.pid);
  const spent = { own: processorMicrosecondsOf(one.pid) - before.own, database: databaseMicros() - before.database };
  if (isWarmUp) return;
  const answers = Math.max(1, load.answers);
  one.loads.push(load);
  one.micros.push({ own: spent.own / answers, database: spent.database / answers });
}

const lookMs = 300;
const busyShare = 0.2;
const longestRestMs = 60_000;

/**
 * Waits until a process has done what the last connections left behind, so that it is not charged
 * to what comes next.
 */
async function rest(pid: number): Promise<void> {
  for (const giveUpAt = performance.now() + longestRestMs; performance.now() < giveUpAt; ) {
    const before = processorMicrosecondsOf(pid);
    await sleep(lookMs);
    if (processorMicrosecondsOf(pid) - before < busyShare * lookMs * 1000) return;
  }
}

export const rateOf = ({ loads }: Case) => median(loads.map(({ perSecond }) => perSecond));
export const p95Of = ({ loads }: Case) => median(loads.map(({ p95 }) => p95));
export const ownMicrosOf = ({ micros }: Case) => median(micros.map(({ own }) => own));
export const databaseMicrosOf = ({ micros }: Case) => median(micros.map(({ database }) => database));

export function rowOf(one: Case): string {
  const p50 = median(one.loads.map((load) => load.p50));
  const others = one.loads.reduce((sum, load) => sum + load.others, 0);
  const cells = [rateOf(one), p50, p95Of(one), ownMicrosOf(one), databaseMicrosOf(one), others].map((cell) =>
    cell.toFixed(0).padStart(10),
  );
  return one.name.padEnd(52) + cells.join("");
}
