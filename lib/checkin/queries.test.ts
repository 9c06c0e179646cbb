import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registrations";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { stageDoor, stageTicket, stageTickets } from "@/lib/testing/stage-door";
import { checkIn } from "./check-in";
import { countDoor } from "./door-numbers";
import { listRoster, type Roster } from "./queries";
import { listScanLog } from "./scan-log";
import { undoCheckIn } from "./undo-check-in";

type Scope = Parameters<typeof checkIn>[0];

async function scan(scope: Scope, ticket: string, scannedAt = now()) {
  const { results } = await checkIn(scope, {
    scans: [{ scanId: newId(), ticket, scannedAt, offline: false, gate: "North" }],
  });
  return results[0];
}

async function readRoster(scope: Scope, limit: number): Promise<{ pages: Roster[]; ids: string[] }> {
  const pages: Roster[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listRoster(scope, { limit, cursor });
    pages.push(page);
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  return { pages, ids: pages.flatMap((page) => page.items.map((person) => person.registrationId)) };
}

it("pages through the whole roster, each person once, without an e-mail address", async () => {
  const { eventId, scope } = await stageDoor();
  const tickets = await stageTickets(eventId, 23);
  await stageTickets((await stageDoor()).eventId, 3);
  const { pages, ids } = await readRoster(scope, 5);
  expect(pages).toHaveLength(5);
  expect([...ids].sort()).toEqual(tickets.map((ticket) => ticket.registrationId).sort());
  expect(JSON.stringify(pages)).not.toContain("@");
});

it("tells what changed since, and counts who is in", async () => {
  const { eventId, scope } = await stageDoor();
  const [ada, ben] = await stageTickets(eventId, 2);
  if (!ada || !ben) throw new Error("two tickets were staged");
  await stageTicket(eventId, { status: "cancelled" });
  const longAgo = new Date(now().getTime() - 3_600_000);
  await db().update(registrations).set({ updatedAt: longAgo }).where(eq(registrations.eventId, eventId));

  const { asOf } = await listRoster(scope, { limit: 100 });
  expect((await listRoster(scope, { limit: 100, since: asOf })).items).toEqual([]);
  await scan(scope, ada.code);
  const changes = await listRoster(scope, { limit: 100, since: asOf });
  expect(changes.items).toMatchObject([{ registrationId: ada.registrationId, gate: "North" }]);
  expect(changes.counts).toEqual({ registered: 2, checkedIn: 1 });
  await undoCheckIn(scope, ada);
  expect((await listRoster(scope, { limit: 100, since: asOf })).items).toMatchObject([{ checkedInAt: null }]);
  expect((await countDoor(scope)).counts).toEqual({ registered: 2, checkedIn: 0 });
});

it("refuses the cursor of another event's roster", async () => {
  const one = await stageDoor();
  await stageTickets(one.eventId, 3);
  const two = await stageDoor();
  const { nextCursor } = await listRoster(one.scope, { limit: 1 });
  const cursor = nextCursor ?? "";
  await expect(listRoster(two.scope, { limit: 1, cursor })).rejects.toMatchObject({ code: "invalid_input" });
});

it("logs every scan, the latest first, with who scanned and who undid", async () => {
  const { eventId, scope } = await stageDoor();
  const ada = await stageTicket(eventId, { name: "Ada" });
  const at = (minute: number) => new Date(now().getTime() - (10 - minute) * 60_000);
  await scan(scope, ada.code, at(1));
  await scan(scope, ada.code, at(2));
  await scan(scope, "https://example.org", at(3));
  await undoCheckIn(scope, ada);
  const first = await listScanLog(scope, { limit: 2 });
  const second = await listScanLog(scope, { limit: 2, cursor: first.nextCursor ?? "" });
  expect([...first.items, ...second.items]).toMatchObject([
    { verdict: "not_a_ticket", name: null, scannedBy: "Sam Door", gate: "North" },
    { verdict: "already_checked_in", name: "Ada", undoneAt: null },
    { verdict: "admitted", name: "Ada", isStanding: false, undoneBy: "Sam Door", undoneAt: expect.any(Date) },
  ]);
  expect(second.nextCursor).toBeNull();
  expect((await listScanLog((await stageDoor()).scope, { limit: 10 })).items).toEqual([]);
});
