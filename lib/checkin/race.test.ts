import { and, count, eq, isNotNull } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { checkIns } from "@/db/schema/check-ins";
import { registrations } from "@/db/schema/registrations";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { counterFaultsOf } from "@/lib/testing/counter-faults";
import { scanInProcess } from "@/lib/testing/scan-in-process";
import { type StagedTicket, stageDoor, stageTicket, stageTickets } from "@/lib/testing/stage-door";
import { untilServed } from "@/lib/testing/until-served";
import { checkIn } from "./check-in";
import type { ScanInput } from "./input";
import { undoCheckIn } from "./undo-check-in";

vi.stubEnv("DATABASE_POOL_SIZE", "40");

function scanOf({ code }: StagedTicket, scan: Partial<ScanInput> = {}): ScanInput {
  return { scanId: newId(), ticket: code, scannedAt: now(), offline: false, ...scan };
}

/** The same list in another order each time, the same on every run. */
function shuffled<T>(items: T[], seed: number): T[] {
  const rank = (index: number) => Math.imul((index + 1) * seed, 0x9e3779b1) >>> 0;
  return items
    .map((item, index) => ({ item, rank: rank(index) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

function inBatches<T>(items: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

async function expectEachAdmittedOnce(eventId: string, tickets: number) {
  const standing = and(eq(checkIns.eventId, eventId), eq(checkIns.isStanding, true));
  expect(await db().$count(checkIns, standing)).toBe(tickets);
  const [inside] = await db()
    .select({ people: count() })
    .from(registrations)
    .innerJoin(
      checkIns,
      and(
        eq(checkIns.eventId, registrations.eventId),
        eq(checkIns.registrationId, registrations.id),
        eq(checkIns.scannedAt, registrations.checkedInAt),
        eq(checkIns.isStanding, true),
      ),
    )
    .where(and(eq(registrations.eventId, eventId), isNotNull(registrations.checkedInAt)));
  expect(inside?.people).toBe(tickets);
  expect(await counterFaultsOf(eventId)).toEqual([]);
}

it("admits each of 300 tickets once when each is scanned four times at once over 40 connections", async () => {
  const { eventId, scope } = await stageDoor();
  const tickets = await stageTickets(eventId, 300);
  const scans = shuffled([...tickets, ...tickets, ...tickets, ...tickets], 7).map((ticket) => scanOf(ticket));
  const answers = await Promise.all(scans.map((scan) => untilServed(() => checkIn(scope, { scans: [scan] }))));
  const verdicts = answers.flatMap(({ results }) => results.map((result) => result.verdict));
  expect(verdicts.filter((verdict) => verdict === "admitted")).toHaveLength(300);
  expect(verdicts.filter((verdict) => verdict === "already_checked_in")).toHaveLength(900);
  await expectEachAdmittedOnce(eventId, 300);
}, 60_000);

// RACE_TICKETS=4000 runs the long form.
// biome-ignore lint/style/noProcessEnv: no setting of the product, but of this test
const raced = Number(process.env.RACE_TICKETS ?? 400);

it("admits each ticket once from three processes with batches, singles and replays, each replay with its first verdict", async () => {
  const { eventId, staff } = await stageDoor();
  const tickets = await stageTickets(eventId, raced);
  const scans = [1, 2, 3, 4].flatMap(() => tickets.map((ticket) => scanOf(ticket)));
  const orders = [11, 13, 17].map((seed, index) => ({
    ...{ staff, eventId, atOnce: 8 },
    batches: inBatches(shuffled(scans, seed), [1, 20, 150][index] ?? 1),
  }));
  const reports = await Promise.all(orders.map(scanInProcess));
  const byScan = new Map<string, Set<string>>();
  for (const { scanId, verdict } of reports.flat()) byScan.set(scanId, (byScan.get(scanId) ?? new Set()).add(verdict));
  expect(byScan.size).toBe(4 * raced);
  expect([...byScan.values()].filter((verdicts) => verdicts.size > 1)).toEqual([]);
  expect([...byScan.values()].filter((verdicts) => verdicts.has("admitted"))).toHaveLength(raced);
  await expectEachAdmittedOnce(eventId, raced);
}, 600_000);

it("lets the earliest of racing offline scans stand", async () => {
  const { eventId, scope } = await stageDoor();
  const ticket = await stageTicket(eventId);
  const scans = Array.from({ length: 30 }, (_, index) =>
    scanOf(ticket, { offline: true, device: `phone-${index}`, scannedAt: new Date(now().getTime() - index * 60_000) }),
  );
  await Promise.all(shuffled(scans, 5).map((scan) => untilServed(() => checkIn(scope, { scans: [scan] }))));
  const [row] = await db().select().from(registrations).where(eq(registrations.id, ticket.registrationId));
  expect(row?.checkedInAt).toEqual(scans.at(-1)?.scannedAt);
  await expectEachAdmittedOnce(eventId, 1);
});

it("keeps registration and log in step while scans and undos race", async () => {
  const { eventId, scope } = await stageDoor();
  const ticket = await stageTicket(eventId);
  await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      untilServed<unknown>(() =>
        index % 3 === 0 ? undoCheckIn(scope, ticket) : checkIn(scope, { scans: [scanOf(ticket)] }),
      ),
    ),
  );
  await undoCheckIn(scope, ticket);
  await checkIn(scope, { scans: [scanOf(ticket)] });
  await expectEachAdmittedOnce(eventId, 1);
});
