import { now } from "@/lib/platform/clock";
import { forgetPage } from "../offline/keep-page";
import { createIndexedStore } from "./indexed-store";
import { openDatabase } from "./open-database";

/** Forgets the list and the page of every event whose time to keep it is over, whichever event's page is open. */
export async function dropOutdatedRosters(): Promise<void> {
  const opened = openDatabase();
  const database = await opened;
  for (const { eventId, keepUntil, clockOffsetMs } of await database.getAll("facts")) {
    if (now().getTime() + clockOffsetMs < Date.parse(keepUntil)) continue;
    await createIndexedStore(eventId, opened).dropRoster();
    await forgetPage(eventId);
  }
  database.close();
}
