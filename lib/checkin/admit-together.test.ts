import { and, eq } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { db, sql } from "@/db/client";
import { checkIns } from "@/db/schema/check-ins";
import { registrations } from "@/db/schema/registrations";
import { inTransaction } from "@/db/transaction";
import { requireDoor } from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { type StagedTicket, stageDoor, stageTicket, stageTickets } from "@/lib/testing/stage-door";
import { checkIn } from "./check-in";
import type { ScanInput } from "./input";

function scanOf({ code }: { code: string }, scan: Partial<ScanInput> = {}): ScanInput {
  return { scanId: newId(), ticket: code, scannedAt: now(), offline: false, ...scan };
}

/** The transactions that were begun meanwhile. */
async function transactionsOf(run: () => Promise<unknown>): Promise<number> {
  const { options } = sql();
  let begun = 0;
  options.debug = (_connection: number, text: string) => {
    if (text.startsWith("begin")) begun += 1;
  };
  try {
    await run();
  } finally {
    options.debug = false;
  }
  return begun;
}

it("takes those who come meanwhile in one transaction, and answers each with its own verdict", async () => {
  const { eventId, scope, organizer } = await stageDoor();
  const boss = await requireDoor(organizer, eventId);
  const tickets = await stageTickets(eventId, 40);
  const scans = tickets.map((ticket) => scanOf(ticket, { gate: ticket.name }));
  await checkIn(scope, { scans: [scanOf(await stageTicket(eventId))] });
  const begun = await transactionsOf(async () => {
    const answers = await Promise.all(scans.map((scan, place) => checkIn(place % 2 ? boss : scope, { scans: [scan] })));
    expect(answers.map(({ results }) => results)).toEqual(
      scans.map(({ scanId }, place) => [
        expect.objectContaining({ scanId, verdict: "admitted", registrationId: tickets[place]?.registrationId }),
      ]),
    );
  });
  expect(begun).toBeLessThan(10);
  const stored = await db().select().from(checkIns).where(eq(checkIns.eventId, eventId));
  const byScan = new Map(stored.map((row) => [row.scanId, row]));
  expect(scans.map(({ scanId }) => byScan.get(scanId))).toMatchObject(
    scans.map(({ gate }, place) => ({ gate, scannedBy: place % 2 ? boss.actorId : scope.actorId, isStanding: true })),
  );
});

it("gives a scan id that comes in several requests at once the verdict of the first", async () => {
  const { eventId, scope } = await stageDoor();
  const ticket = await stageTicket(eventId);
  const other = await stageTicket(eventId);
  const scan = scanOf(ticket);
  const again = { ...scanOf(other), scanId: scan.scanId };
  const sent = [scanOf(await stageTicket(eventId)), scan, scan, again, scan];
  const answers = await Promise.all(sent.map((one) => checkIn(scope, { scans: [one] })));
  expect(answers.slice(1).map(({ results }) => results)).toEqual(
    [1, 2, 3, 4].map(() => [expect.objectContaining({ verdict: "admitted", registrationId: ticket.registrationId })]),
  );
  expect(await db().$count(checkIns, and(eq(checkIns.eventId, eventId), eq(checkIns.scanId, scan.scanId)))).toBe(1);
});

it("answers others, before and behind in the line, while somebody else holds a ticket", async () => {
  const { eventId, scope } = await stageDoor();
  const [held, ...free] = (await stageTickets(eventId, 12)) as [StagedTicket, ...StagedTicket[]];
  let late = Promise.resolve<unknown>(undefined);
  const hasCome = vi.fn();
  await inTransaction(undefined, async (tx) => {
    await tx.select().from(registrations).where(eq(registrations.id, held.registrationId)).for("update");
    const [first, second, ...rest] = free.map((ticket) => () => checkIn(scope, { scans: [scanOf(ticket)] }));
    const before = [first?.(), second?.()];
    late = checkIn(scope, { scans: [scanOf(held)] }).then(({ results }) => {
      hasCome();
      return results;
    });
    await Promise.all([...before, ...rest.slice(0, 4).map((one) => one())]);
    await Promise.all(rest.slice(4).map((one) => one()));
    expect(hasCome).not.toHaveBeenCalled();
  });
  expect(await late).toMatchObject([{ verdict: "admitted", registrationId: held.registrationId }]);
  expect(await db().$count(checkIns, eq(checkIns.eventId, eventId))).toBe(12);
});

it("fails a request that the database refuses alone", async () => {
  const { eventId, scope } = await stageDoor();
  const tickets = await stageTickets(eventId, 6);
  const scans = tickets.map((ticket, place) => scanOf(ticket, place === 3 ? { gate: "No\u0000rth" } : {}));
  const settled = await Promise.allSettled(scans.map((scan) => checkIn(scope, { scans: [scan] })));
  expect(settled.map(({ status }) => status)).toEqual(
    tickets.map((_, place) => (place === 3 ? "rejected" : "fulfilled")),
  );
  expect(await db().$count(checkIns, eq(checkIns.eventId, eventId))).toBe(5);
});

it("keeps events apart, and no line once nobody waits", async () => {
  const doors = await Promise.all([stageDoor(), stageDoor()]);
  const scanId = newId();
  const answers = await Promise.all(
    doors.map(async ({ eventId, scope }) => {
      const ticket = await stageTicket(eventId, { name: eventId });
      return checkIn(scope, { scans: [scanOf(ticket, { scanId })] });
    }),
  );
  expect(answers).toMatchObject(doors.map(({ eventId }) => ({ results: [{ scanId, name: eventId }] })));
  expect((globalThis as { turnoutCheckIns?: Map<string, unknown> }).turnoutCheckIns?.size).toBe(0);
});
