import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Waiting } from "../queue/waiting";
import type { Person, RosterFacts } from "../roster/person";
import type { LogEntry } from "./log-entry";

interface DoorSchema extends DBSchema {
  facts: { key: string; value: RosterFacts };
  people: { key: [string, string]; value: Person & { eventId: string } };
  waiting: { key: [string, string]; value: Waiting & { eventId: string; place: number } };
  log: { key: [string, string]; value: LogEntry & { eventId: string } };
}

export type DoorDatabase = IDBPDatabase<DoorSchema>;

/** The door's database on this phone, for all events. Newer versions of the page add stores and never drop `waiting`. */
export function openDatabase(): Promise<DoorDatabase> {
  return openDB<DoorSchema>("turnout-door", 1, {
    upgrade(database) {
      database.createObjectStore("facts", { keyPath: "eventId" });
      database.createObjectStore("people", { keyPath: ["eventId", "registrationId"] });
      database.createObjectStore("waiting", { keyPath: ["eventId", "id"] });
      database.createObjectStore("log", { keyPath: ["eventId", "id"] });
    },
    // A newer page in another tab must not wait for this one.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase | null)?.close(),
  });
}
