import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { checkIns } from "@/db/schema/check-ins";
import { events } from "@/db/schema/events";
import { outbox } from "@/db/schema/outbox";
import { registrations } from "@/db/schema/registrations";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { stageDoor, stageTicket, stageTickets } from "@/lib/testing/stage-door";
import { countDoor } from "./door-numbers";
import type { WalkInInput } from "./input";
import { registerWalkIns } from "./register-walk-ins";

function walkIn(person: Partial<WalkInInput> = {}): WalkInInput {
  const walkInId = newId();
  return {
    ...{ walkInId, scanId: newId(), name: "Wanda Walkin", email: `${walkInId}@example.test` },
    ...{ scannedAt: now(), offline: false, ...person },
  };
}

async function stored(eventId: string, registrationId: string | undefined) {
  const [row] = await db()
    .select()
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), eq(registrations.id, registrationId ?? "")));
  return row;
}

async function seatsOf(eventId: string) {
  const [event] = await db()
    .select({ seatsTaken: events.seatsTaken, waitlistCount: events.waitlistCount })
    .from(events)
    .where(eq(events.id, eventId));
  return event;
}

it("gives them a seat and lets them in, once however often it is sent", async () => {
  const { eventId, scope } = await stageDoor({ capacity: 2 });
  const wanda = walkIn({ gate: "North" });
  const { results } = await registerWalkIns(scope, { walkIns: [wanda] });
  expect(results).toMatchObject([
    { walkInId: wanda.walkInId, outcome: "admitted", verdict: "admitted", isOverCapacity: false, name: "Wanda Walkin" },
  ]);
  expect(await stored(eventId, results[0]?.registrationId)).toMatchObject({
    ...{ status: "confirmed", checkedInGate: "North", checkedInAt: expect.any(Date) },
  });
  const replays = await Promise.all([1, 2, 3].map(() => registerWalkIns(scope, { walkIns: [wanda] })));
  for (const replay of replays) expect(replay.results).toEqual(results);
  expect(await seatsOf(eventId)).toEqual({ seatsTaken: 1, waitlistCount: 0 });
  expect(await db().$count(checkIns, eq(checkIns.eventId, eventId))).toBe(1);
});

it("never gives more seats than there are, on line: the rest stand in line, or hear that it is full", async () => {
  const { eventId, scope } = await stageDoor({ capacity: 3 });
  const { results } = await registerWalkIns(scope, { walkIns: Array.from({ length: 10 }, () => walkIn()) });
  expect(results.map(({ outcome }) => outcome)).toEqual([
    ...Array.from({ length: 3 }, () => "admitted"),
    ...Array.from({ length: 7 }, () => "waitlisted"),
  ]);
  expect(await seatsOf(eventId)).toEqual({ seatsTaken: 3, waitlistCount: 7 });
  expect((await countDoor(scope)).counts.checkedIn).toBe(3);

  const full = await stageDoor({ capacity: 1, waitlistEnabled: false });
  const outcomes = await registerWalkIns(full.scope, { walkIns: [walkIn(), walkIn()] });
  expect(outcomes.results).toMatchObject([{ outcome: "admitted" }, { outcome: "full" }]);
});

it.each([true, false])(
  "drops nobody who was let in without network: in, over capacity, with a line or none (%s)",
  async (waitlistEnabled) => {
    const { eventId, scope } = await stageDoor({ capacity: 1, waitlistEnabled });
    const walkIns = [walkIn({ offline: true }), walkIn({ offline: true }), walkIn({ offline: true })];
    const { results } = await registerWalkIns(scope, { walkIns });
    expect(results.map(({ verdict }) => verdict)).toEqual(["admitted", "admitted", "admitted"]);
    expect(results.map(({ isOverCapacity }) => isOverCapacity)).toEqual([false, true, true]);
    expect(await seatsOf(eventId)).toEqual({ seatsTaken: 1, waitlistCount: 2 });
    expect((await countDoor(scope)).counts).toEqual({ registered: 1, checkedIn: 3 });
    // Nobody who is in is told by mail to wait.
    expect(
      await db().$count(outbox, and(eq(outbox.eventId, eventId), eq(outbox.kind, "registration_waitlisted"))),
    ).toBe(0);
  },
);

it("finds the registration that somebody has already, and counts their scan", async () => {
  const { eventId, scope } = await stageDoor();
  const ada = await stageTicket(eventId);
  const row = await stored(eventId, ada.registrationId);
  const email = `${row?.userId}@example.test`;
  const longAgo = new Date(now().getTime() - 60_000);
  await db().update(registrations).set({ registeredAt: longAgo }).where(eq(registrations.id, ada.registrationId));
  const { results } = await registerWalkIns(scope, { walkIns: [walkIn({ email }), walkIn({ email })] });
  expect(results).toMatchObject([
    { outcome: "already_registered", verdict: "admitted", registrationId: ada.registrationId, name: ada.name },
    { outcome: "already_registered", verdict: "already_checked_in" },
  ]);
});

it("judges somebody by when they came, not by when the phone could tell", async () => {
  const hours = (count: number) => new Date(now().getTime() + count * 3_600_000);
  const { scope } = await stageDoor({ startsAt: hours(-6), endsAt: hours(-2), status: "completed" });
  const { results } = await registerWalkIns(scope, {
    walkIns: [walkIn({ scannedAt: hours(-3), offline: true }), walkIn({ scannedAt: hours(-1), offline: true })],
  });
  expect(results).toMatchObject([{ outcome: "admitted", verdict: "admitted" }, { outcome: "closed" }]);
});

it("keeps the seats true when many phones send the same and other people at once", async () => {
  const { eventId, scope } = await stageDoor({ capacity: 20 });
  await stageTickets((await stageDoor()).eventId, 1);
  const people = Array.from({ length: 40 }, (_, index) => walkIn({ offline: index % 2 === 0 }));
  const sent = [...people, ...people].map((one) => registerWalkIns(scope, { walkIns: [one] }));
  const outcomes = (await Promise.all(sent)).flatMap(({ results }) => results);
  for (const one of people) {
    const told = outcomes.filter(({ walkInId }) => walkInId === one.walkInId);
    expect(new Set(told.map((result) => JSON.stringify(result))).size).toBe(1);
  }
  expect(await seatsOf(eventId)).toMatchObject({ seatsTaken: 20, waitlistCount: 20 });
  const standing = and(eq(checkIns.eventId, eventId), eq(checkIns.isStanding, true));
  expect(await db().$count(checkIns, standing)).toBe((await countDoor(scope)).counts.checkedIn);
});
