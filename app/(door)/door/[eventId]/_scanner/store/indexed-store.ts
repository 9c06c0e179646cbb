import type { DoorStore, Kept } from "./door-store";
import type { DoorDatabase } from "./open-database";

const longestLog = 500;

/** Keeps one event's door in IndexedDB. What waits to be sent is written through to the disk. */
export function createIndexedStore(eventId: string, opened: Promise<DoorDatabase>): DoorStore {
  const ofEvent = IDBKeyRange.bound([eventId], [eventId, []]);
  let place = Date.now();
  // A rejection is met where the database is used.
  opened.catch(() => {});

  return {
    async load(): Promise<Kept> {
      const database = await opened;
      const [facts, people, waiting, log] = await Promise.all([
        database.get("facts", eventId),
        database.getAll("people", ofEvent),
        database.getAll("waiting", ofEvent),
        database.getAll("log", ofEvent),
      ]);
      const inOrder = waiting.sort((a, b) => a.place - b.place);
      place = Math.max(place, (inOrder.at(-1)?.place ?? 0) + 1);
      const latest = log.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, longestLog);
      return { facts: facts ?? null, people, waiting: inOrder, log: latest };
    },
    async keepRoster(facts, people) {
      const work = (await opened).transaction(["facts", "people"], "readwrite");
      const writes = people.map((person) => work.objectStore("people").put({ ...person, eventId }));
      await Promise.all([work.objectStore("facts").put(facts), ...writes, work.done]);
    },
    async dropRoster() {
      const work = (await opened).transaction(["facts", "people", "log"], "readwrite");
      const drops = [work.objectStore("people").delete(ofEvent), work.objectStore("log").delete(ofEvent)];
      await Promise.all([work.objectStore("facts").delete(eventId), ...drops, work.done]);
    },
    async keepWaiting(item, entries) {
      const work = (await opened).transaction(["waiting", "log"], "readwrite", { durability: "strict" });
      const logged = entries.map((entry) => work.objectStore("log").put({ ...entry, eventId }));
      await Promise.all([work.objectStore("waiting").put({ ...item, eventId, place: place++ }), ...logged, work.done]);
    },
    async settle(doneIds, entries, people) {
      const work = (await opened).transaction(["waiting", "log", "people"], "readwrite");
      await Promise.all([
        ...doneIds.map((id) => work.objectStore("waiting").delete([eventId, id])),
        ...entries.map((entry) => work.objectStore("log").put({ ...entry, eventId })),
        ...people.map((person) => work.objectStore("people").put({ ...person, eventId })),
        work.done,
      ]);
    },
  };
}
