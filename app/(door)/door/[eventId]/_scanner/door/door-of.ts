import { createIndexedStore } from "../store/indexed-store";
import { openDatabase } from "../store/open-database";
import { createDoor, type Door } from "./create-door";
import { watchChanges } from "./watch-changes";

const doors = new Map<string, Door>();

/** The one door of an event in this tab: it goes on sending while staff look at another page. */
export function doorOf(eventId: string): Door {
  const known = doors.get(eventId);
  if (known) return known;
  const changes = watchChanges(eventId, () => door.refreshNow());
  const door = createDoor({
    eventId,
    store: createIndexedStore(eventId, openDatabase()),
    isWatched: changes.isWatched,
  });
  doors.set(eventId, door);
  void door.open();
  setInterval(() => void door.tidy(), 30_000);
  return door;
}
