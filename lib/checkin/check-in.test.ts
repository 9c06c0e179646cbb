import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { checkIns } from "@/db/schema/check-ins";
import type { events } from "@/db/schema/events";
import { registrations, revokedTickets } from "@/db/schema/registrations";
import { requireDoor } from "@/lib/access/scopes";
import { setClock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { type StagedTicket, stageDoor, stagePerson, stageTicket } from "@/lib/testing/stage-door";
import { ticketCodeOf } from "@/lib/tickets/ticket-code";
import { checkIn } from "./check-in";
import type { ScanInput } from "./input";

const nine = new Date("2030-05-01T09:00:00Z");
const minutes = (count: number) => new Date(nine.getTime() + count * 60_000);

function scanOf(ticket: StagedTicket | string, scan: Partial<ScanInput> = {}): ScanInput {
  const code = typeof ticket === "string" ? ticket : ticket.code;
  return { scanId: newId(), ticket: code, scannedAt: minutes(0), offline: false, ...scan };
}

async function storedRegistration(ticket: StagedTicket) {
  const [row] = await db().select().from(registrations).where(eq(registrations.id, ticket.registrationId));
  return row;
}

async function storedScan(scanId: string) {
  const [row] = await db().select().from(checkIns).where(eq(checkIns.scanId, scanId));
  return row;
}

afterEach(() => setClock(null));

async function openDoor(event: Partial<typeof events.$inferInsert> = {}) {
  setClock(minutes(60));
  const door = await stageDoor({ startsAt: minutes(-30), endsAt: minutes(240), ...event });
  const scan = async (...scans: ScanInput[]) => (await checkIn(door.scope, { scans })).results;
  return { ...door, scan };
}

describe("a first scan", () => {
  it("admits, names the person and keeps the registration in step", async () => {
    const { eventId, scope, scan } = await openDoor();
    const ada = await stageTicket(eventId, { name: "Ada Lovelace", department: "Research" });
    const sent = scanOf(ada, { gate: "North", device: "phone-1" });
    expect(await scan(sent)).toEqual([
      {
        scanId: sent.scanId,
        verdict: "admitted",
        registrationId: ada.registrationId,
        name: "Ada Lovelace",
        department: "Research",
      },
    ]);
    const row = await storedRegistration(ada);
    expect(row).toMatchObject({ checkedInAt: minutes(0), checkedInGate: "North" });
    expect(row?.updatedAt).toBeInstanceOf(Date);
    expect(await storedScan(sent.scanId)).toMatchObject({
      isStanding: true,
      device: "phone-1",
      scannedBy: scope.actorId,
    });
  });

  it.each([
    ["as printed", (reference: string) => reference],
    [
      "in small letters with a dash and spaces",
      (reference: string) => ` ${reference.slice(0, 4).toLowerCase()} – ${reference.slice(4).toLowerCase()} `,
    ],
    [
      "with letters for the digits they look like",
      (reference: string) => reference.replaceAll("0", "o").replaceAll("1", "l"),
    ],
  ])("takes the typed reference %s", async (_, typed) => {
    const { eventId, scan } = await openDoor();
    const ada = await stageTicket(eventId, { reference: "01AZ9K1Q" });
    expect(await scan(scanOf(typed(ada.reference)))).toMatchObject([
      { verdict: "admitted", registrationId: ada.registrationId },
    ]);
  });

  it("counts a clock that runs ahead as right now", async () => {
    const { eventId, scan } = await openDoor();
    const ada = await stageTicket(eventId);
    await scan(scanOf(ada, { scannedAt: minutes(600) }));
    const checkedInAt = (await storedRegistration(ada))?.checkedInAt;
    expect(Math.abs((checkedInAt?.getTime() ?? 0) - minutes(60).getTime())).toBeLessThan(5_000);
  });
});

describe("a refused scan", () => {
  it.each([
    ["cancelled", "cancelled"],
    ["waitlisted", "waitlisted"],
  ] as const)("of a %s registration says so, with the name", async (status, verdict) => {
    const { eventId, scan } = await openDoor();
    const waitlistOrder = status === "waitlisted" ? 1 : null;
    const ada = await stageTicket(eventId, { name: "Ada", status, waitlistOrder });
    const sent = scanOf(ada);
    expect(await scan(sent)).toMatchObject([{ verdict, name: "Ada", registrationId: ada.registrationId }]);
    expect(await storedScan(sent.scanId)).toMatchObject({ verdict, isStanding: false });
    expect((await storedRegistration(ada))?.checkedInAt).toBeNull();
  });

  it("of a ticket already in says when and where", async () => {
    const { eventId, scan } = await openDoor();
    const ada = await stageTicket(eventId);
    await scan(scanOf(ada, { gate: "North" }));
    const again = scanOf(ada, { scannedAt: minutes(5), gate: "South" });
    expect(await scan(again)).toMatchObject([
      { verdict: "already_checked_in", firstCheckedInAt: minutes(0), firstGate: "North" },
    ]);
    expect(await storedRegistration(ada)).toMatchObject({ checkedInAt: minutes(0), checkedInGate: "North" });
  });

  it("of another event's ticket names the right event and nobody", async () => {
    const { scan } = await openDoor();
    const other = await stageDoor({ title: "Winter Lab" });
    const stranger = await stageTicket(other.eventId, { name: "Somebody Else" });
    const [result] = await scan(scanOf(stranger));
    expect(result).toEqual({
      scanId: expect.any(String),
      verdict: "wrong_event",
      correctEventId: other.eventId,
      correctEventTitle: "Winter Lab",
    });
    expect((await storedRegistration(stranger))?.checkedInAt).toBeNull();
  });

  it("of a replaced ticket is revoked, and the new one admits", async () => {
    const { eventId, scan } = await openDoor();
    const ada = await stageTicket(eventId, { name: "Ada" });
    const ticketId = randomUUID();
    await db()
      .insert(revokedTickets)
      .values({ eventId, ticketId: ada.ticketId, registrationId: ada.registrationId, revokedAt: minutes(-10) });
    await db().update(registrations).set({ ticketId }).where(eq(registrations.id, ada.registrationId));
    expect(await scan(scanOf(ada))).toMatchObject([{ verdict: "revoked", name: "Ada" }]);
    expect(await scan(scanOf(ticketCodeOf({ eventId, ticketId })))).toMatchObject([{ verdict: "admitted" }]);
  });

  it("of another event's reference is not a ticket here", async () => {
    const { scan } = await openDoor();
    const other = await stageDoor();
    const stranger = await stageTicket(other.eventId);
    expect(await scan(scanOf(stranger.reference))).toMatchObject([{ verdict: "not_a_ticket" }]);
  });

  it("of a forged, altered, truncated or foreign code is not a ticket, and is stored", async () => {
    const { eventId, scan } = await openDoor();
    const ada = await stageTicket(eventId);
    const other = await stageDoor();
    const swap = (code: string, at: number) =>
      `${code.slice(0, at)}${code[at] === "A" ? "B" : "A"}${code.slice(at + 1)}`;
    const texts = [
      ...[4, 30, 60, 109].map((at) => swap(ada.code, at)),
      ...[ada.code.slice(0, -1), `${ada.code}A`, ada.code.slice(0, 24), ada.ticketId, ada.registrationId],
      ticketCodeOf({ eventId: other.eventId, ticketId: ada.ticketId }),
      ticketCodeOf({ eventId, ticketId: randomUUID() }),
      ...["https://example.org/", "WIFI:S:Guests;T:WPA;P:secret;;", "' or 1=1 --", "𝔞😀", "x".repeat(4000)],
    ];
    const scans = texts.map((text) => scanOf(text));
    const results = await scan(...scans);
    expect(results.map((result) => result.verdict)).toEqual(texts.map(() => "not_a_ticket"));
    expect(await db().$count(checkIns, eq(checkIns.eventId, eventId))).toBe(texts.length);
    expect((await storedRegistration(ada))?.checkedInAt).toBeNull();
  });

  it("of an altered code beside the genuine one of another event doesn't profit from it", async () => {
    const { scan } = await openDoor();
    const other = await stageDoor();
    const stranger = await stageTicket(other.eventId);
    const altered = `${stranger.code.slice(0, 60)}${stranger.code[60] === "A" ? "B" : "A"}${stranger.code.slice(61)}`;
    const results = await scan(scanOf(stranger), scanOf(altered));
    expect(results.map((result) => result.verdict)).toEqual(["wrong_event", "not_a_ticket"]);
  });
});

describe("a scan id", () => {
  it("gets its first verdict for ever, whatever happened since", async () => {
    const { eventId, scan } = await openDoor();
    const ada = await stageTicket(eventId);
    const first = scanOf(ada);
    const [answer] = await scan(first);
    const second = scanOf(ada, { scannedAt: minutes(1) });
    const [refusal] = await scan(second);
    await db().update(registrations).set({ status: "cancelled" }).where(eq(registrations.id, ada.registrationId));
    expect(await scan(second, first)).toEqual([refusal, answer]);
    expect(await scan({ ...first, ticket: "something else" })).toEqual([answer]);
    expect(await db().$count(checkIns, eq(checkIns.eventId, eventId))).toBe(2);
  });

  it("that comes twice in one batch gets one verdict twice", async () => {
    const { eventId, scan } = await openDoor();
    const ada = await stageTicket(eventId);
    const sent = scanOf(ada);
    const results = await scan(sent, scanOf(ada, { scannedAt: minutes(1) }), sent);
    expect(results.map((result) => result.verdict)).toEqual(["admitted", "already_checked_in", "admitted"]);
    expect(await db().$count(checkIns, eq(checkIns.eventId, eventId))).toBe(2);
  });

  it("means another scan at another event", async () => {
    const one = await openDoor();
    const two = await openDoor();
    const scanId = newId();
    const [here] = await one.scan(scanOf(await stageTicket(one.eventId), { scanId }));
    const [there] = await two.scan(scanOf(await stageTicket(two.eventId), { scanId }));
    expect([here?.verdict, there?.verdict]).toEqual(["admitted", "admitted"]);
  });
});

describe("a scan made without network", () => {
  it("before the standing admission takes its place; the other stays recorded", async () => {
    const { eventId, scan } = await openDoor();
    const ada = await stageTicket(eventId);
    const online = scanOf(ada, { scannedAt: minutes(10), gate: "South" });
    await scan(online);
    const earlier = scanOf(ada, { scannedAt: minutes(4), gate: "North", offline: true });
    expect(await scan(earlier)).toMatchObject([{ verdict: "admitted" }]);
    expect(await storedRegistration(ada)).toMatchObject({ checkedInAt: minutes(4), checkedInGate: "North" });
    expect(await storedScan(online.scanId)).toMatchObject({ verdict: "admitted", isStanding: false });
    expect(await storedScan(earlier.scanId)).toMatchObject({ isStanding: true });
  });

  it("after it on another device is a conflict that names both", async () => {
    const { eventId, scan } = await openDoor();
    const ada = await stageTicket(eventId);
    await scan(scanOf(ada, { gate: "South", device: "phone-1" }));
    const later = scanOf(ada, { scannedAt: minutes(4), gate: "North", device: "phone-2", offline: true });
    expect(await scan(later)).toMatchObject([
      { verdict: "conflict", firstCheckedInAt: minutes(0), firstGate: "South" },
    ]);
    expect(await storedRegistration(ada)).toMatchObject({ checkedInAt: minutes(0), checkedInGate: "South" });
    expect(await storedScan(later.scanId)).toMatchObject({ verdict: "conflict", gate: "North" });
  });

  it("after it on the same device was shown as already in there", async () => {
    const { eventId, scan } = await openDoor();
    const ada = await stageTicket(eventId);
    await scan(scanOf(ada, { device: "phone-1" }));
    const again = scanOf(ada, { scannedAt: minutes(4), device: "phone-1", offline: true });
    expect(await scan(again)).toMatchObject([{ verdict: "already_checked_in" }]);
  });

  it("is judged by time inside a batch and answered in the order sent", async () => {
    const { eventId, scan } = await openDoor();
    const ada = await stageTicket(eventId);
    const ben = await stageTicket(eventId);
    const results = await scan(
      scanOf(ada, { scannedAt: minutes(9), device: "phone-1", offline: true }),
      scanOf(ben, { scannedAt: minutes(8), device: "phone-1", offline: true }),
      scanOf(ada, { scannedAt: minutes(7), device: "phone-2", offline: true }),
    );
    expect(results.map((result) => result.verdict)).toEqual(["conflict", "admitted", "admitted"]);
    expect((await storedRegistration(ada))?.checkedInAt).toEqual(minutes(7));
  });
});

describe("a cancelled event", () => {
  it("admits nobody any more, but keeps who came before and records the rest", async () => {
    const { eventId, scan } = await openDoor({ status: "cancelled", cancelledAt: minutes(30) });
    const late = scanOf(await stageTicket(eventId), { scannedAt: minutes(40) });
    const early = scanOf(await stageTicket(eventId), { scannedAt: minutes(10), offline: true });
    const results = await scan(late, early);
    expect(results.map((result) => result.verdict)).toEqual(["cancelled", "admitted"]);
    expect(await storedScan(late.scanId)).toMatchObject({ verdict: "cancelled" });
  });
});

describe("who may scan", () => {
  it("is the event's own staff; for others the event does not exist", async () => {
    const one = await openDoor();
    const two = await openDoor();
    await expect(requireDoor(two.staff, one.eventId)).rejects.toMatchObject({ code: "not_found" });
    await expect(requireDoor(await stagePerson(), one.eventId)).rejects.toMatchObject({ code: "not_found" });
    await expect(requireDoor({ kind: "anonymous" }, one.eventId)).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

it("stores and answers a full batch of 500 in order", async () => {
  const { eventId, scan } = await openDoor();
  const tickets = await Promise.all(Array.from({ length: 25 }, () => stageTicket(eventId)));
  const scans = Array.from({ length: 500 }, (_, index) => scanOf(tickets[index % 25] ?? "none"));
  const results = await scan(...scans);
  expect(results.map((result) => result.scanId)).toEqual(scans.map((sent) => sent.scanId));
  expect(results.filter((result) => result.verdict === "admitted")).toHaveLength(25);
  const isStanding = and(eq(checkIns.eventId, eventId), eq(checkIns.isStanding, true));
  expect(await db().$count(checkIns, isStanding)).toBe(25);
});
