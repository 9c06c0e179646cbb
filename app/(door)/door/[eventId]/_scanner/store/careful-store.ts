import type { Waiting } from "../queue/waiting";
import type { DoorStore, Kept } from "./door-store";
import type { LogEntry } from "./log-entry";

const patienceMs = 2_000;
// A slow phone takes four seconds for the longest lists.
const loadPatienceMs = 15_000;
const nothing: Kept = { facts: null, people: [], waiting: [], log: [] };

/**
 * The same store, for a browser that may keep nothing: what it refuses stays with us, is tried again with the next thing to keep,
 * and `onTrouble` is told how many scans are in memory alone.
 */
export function createCarefulStore(store: DoorStore, onTrouble: (unkept: number) => void) {
  let unkept: [Waiting, LogEntry[]][] = [];

  /** A disk that does not answer counts as one that refuses: no verdict waits for it. */
  async function attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      return await Promise.race([work().then(() => true), silence(patienceMs, false)]);
    } catch {
      return false;
    }
  }

  return {
    /** Nothing when the disk does not tell in time: what it keeps is then read the next time that the door is opened. */
    load: (): Promise<Kept> => Promise.race([store.load().catch(() => nothing), silence(loadPatienceMs, nothing)]),
    keepRoster: (...roster: Parameters<DoorStore["keepRoster"]>) => attempt(() => store.keepRoster(...roster)),
    dropRoster: () => attempt(() => store.dropRoster()),
    /** True once this is on the disk. */
    async keepWaiting(item: Waiting, entries: LogEntry[]): Promise<boolean> {
      const due = [...unkept, [item, entries] as [Waiting, LogEntry[]]];
      unkept = [];
      for (const [each, its] of due) {
        if (!(await attempt(() => store.keepWaiting(each, its)))) unkept = [...unkept, [each, its]];
      }
      onTrouble(unkept.length);
      return !unkept.some(([each]) => each.id === item.id);
    },
    async settle(doneIds: string[], ...rest: [LogEntry[], Parameters<DoorStore["settle"]>[2]]): Promise<boolean> {
      const done = new Set(doneIds);
      unkept = unkept.filter(([item]) => !done.has(item.id));
      const isKept = await attempt(() => store.settle(doneIds, ...rest));
      onTrouble(unkept.length);
      return isKept;
    },
  };
}

function silence<Answer>(ms: number, answer: Answer): Promise<Answer> {
  return new Promise((resolve) => setTimeout(resolve, ms, answer));
}

export type CarefulStore = ReturnType<typeof createCarefulStore>;
