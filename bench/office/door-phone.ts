import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Stage } from "./stage";
import type { Tally } from "./tally";
import { ask, newVisitor, open, sendForm } from "./visitor";

export type DoorPhone = {
  /** Lets whoever holds this ticket in; anything but an admission counts as refused. */
  admit: (ticket: string) => Promise<void>;
  leave: () => Promise<void>;
};

// As the page: changes are gathered for so long before what changed is fetched.
const leastGapMs = 500;

/**
 * A phone that joins the door by its link and does what the page does: the whole list once, the
 * stream, and after each change what is new.
 */
export async function joinDoor(url: string, { doorPath, eventId }: Stage, tally: Tally): Promise<DoorPhone> {
  const visitor = newVisitor(url);
  const end = new AbortController();
  const token = doorPath.split("/").at(-1) ?? "";
  await tally.timed("joining the door", 303, () => sendForm(visitor, doorPath, { name: "Helper", token }));
  let [since, hasChanged] = ["", false];
  await fetchList();
  const watching = Promise.all([listen(), follow()]);

  async function fetchList(): Promise<void> {
    let asOf = "";
    for (let cursor: string | null = ""; cursor !== null; ) {
      const query = new URLSearchParams({ eventId, limit: "1000" });
      if (since) query.set("since", since);
      if (cursor) query.set("cursor", cursor);
      const page = await tally.timed("list of the door", 200, () => ask(visitor, `/api/checkin/roster?${query}`));
      if (page.status !== 200) return;
      const told = JSON.parse(page.text);
      asOf ||= told.asOf;
      cursor = told.nextCursor;
    }
    since = asOf;
  }

  async function listen(): Promise<void> {
    while (!end.signal.aborted) {
      try {
        const stream = await open(visitor, `/api/checkin/live?eventId=${eventId}`, { signal: end.signal });
        if (stream.status !== 200) tally.refused.push(`stream of the door: ${stream.status}`);
        const reader = stream.body?.getReader();
        while (reader && !(await reader.read()).done) hasChanged = true;
      } catch (error) {
        if (!end.signal.aborted) tally.refused.push(`stream of the door: ${error}`);
      }
      if (!end.signal.aborted) await sleep(1_000);
    }
  }

  async function follow(): Promise<void> {
    for (; !end.signal.aborted; await sleep(leastGapMs)) {
      if (!hasChanged) continue;
      hasChanged = false;
      await fetchList();
    }
  }

  async function admit(ticket: string): Promise<void> {
    const scan = { scanId: randomUUID(), ticket, scannedAt: new Date().toISOString() };
    const json = { eventId, sentAt: scan.scannedAt, scans: [scan] };
    const answer = await tally.timed("admission", 200, () => ask(visitor, "/api/checkin", { json }));
    if (answer.status === 200 && JSON.parse(answer.text).results[0]?.verdict !== "admitted")
      tally.refused.push(`admission: ${answer.text}`);
  }

  async function leave(): Promise<void> {
    end.abort();
    await watching;
  }

  return { admit, leave };
}
