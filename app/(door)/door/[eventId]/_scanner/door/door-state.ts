import type { Reach } from "../queue/sync";
import type { DoorCounts, GateCount } from "../roster/count-people";
import type { LogEntry } from "../store/log-entry";

/** What the page shows of a door. */
export type DoorState = {
  /** `opening` until the disk was read; `dropped` and `over` when the list is not to be here any more. */
  phase: "opening" | "open" | "dropped" | "over";
  title: string | null;
  canOverride: boolean;
  counts: DoorCounts & { gates: GateCount[] };
  /** How many people are on this phone. */
  size: number;
  /** When the list was last in step with the server, in the server's time; null until all of it is here. */
  listAsOf: string | null;
  reach: Reach;
  waiting: number;
  /** How many of those are in memory alone, because the browser keeps nothing more. */
  unkept: number;
  /** The browser had cleared what this phone kept. */
  wasEvicted: boolean;
  /** The scans of this phone, the latest first. */
  log: LogEntry[];
};

export const unopened: DoorState = {
  phase: "opening",
  title: null,
  canOverride: false,
  counts: { registered: 0, checkedIn: 0, gates: [] },
  size: 0,
  listAsOf: null,
  reach: { isReachable: true, lockOut: null },
  waiting: 0,
  unkept: 0,
  wasEvicted: false,
  log: [],
};
