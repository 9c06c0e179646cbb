import type { Waiting } from "../queue/waiting";
import type { Person, RosterFacts } from "../roster/person";
import type { LogEntry } from "./log-entry";

export type Kept = { facts: RosterFacts | null; people: Person[]; waiting: Waiting[]; log: LogEntry[] };

/** What a phone keeps of one event's door. Every call may fail: a browser may refuse to keep anything. */
export type DoorStore = {
  load: () => Promise<Kept>;
  keepRoster: (facts: RosterFacts, people: Person[]) => Promise<void>;
  /** Forgets the people and the log; what waits to be sent stays. */
  dropRoster: () => Promise<void>;
  /** Resolves once the browser says that this is on the disk. */
  keepWaiting: (item: Waiting, entries: LogEntry[]) => Promise<void>;
  settle: (doneIds: string[], entries: LogEntry[], people: Person[]) => Promise<void>;
};
