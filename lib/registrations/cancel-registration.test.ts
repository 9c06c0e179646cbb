import { and, eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditLog } from "@/db/schema/audit-log";
import { events } from "@/db/schema/events";
import { registrations } from "@/db/schema/registrations";
import { requireDoor, requireOrganizer, requireOwnRegistration } from "@/lib/access/scopes";
import { setClock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import {
  faultsOf,
  messagesAbout,
  registerActor,
  registerGuest,
  standingOf,
  tallyOf,
} from "@/lib/testing/registrations";
import { cancelRegistration, cancelRegistrationAsOrganizer } from "./cancel-registration";
import { getRegistration, listRegistrations } from "./queries";
import { undoCancellation } from "./undo-cancellation";

const organizer = await makePerson({ role: "organizer", name: "Olga" });

afterEach(() => setClock(null));

async function seated(given = {}) {
  const { id: eventId } = await makePublishedEvent(organizer, { capacity: 1, ...given });
  const person = await makePerson();
  const { id } = await registerActor(person, eventId);
  return { eventId, id, person, scope: await requireOwnRegistration(person, id) };
}

const minutesOn = (minutes: number) => setClock(new Date(Date.now() + minutes * 60_000));

async function checkInByHand(eventId: string, id: string) {
  await db()
    .update(registrations)
    .set({ checkedInAt: new Date() })
    .where(and(eq(registrations.eventId, eventId), eq(registrations.id, id)));
}

describe("cancelling", () => {
  it("gives the seat to the first in line, and tells both once", async () => {
    const { eventId, id, scope } = await seated();
    const first = standingOf(await registerGuest(eventId, "first"));
    const second = standingOf(await registerGuest(eventId, "second"));
    expect(await cancelRegistration(scope)).toEqual({ id, status: "cancelled" });
    expect((await tallyOf(eventId)).line).toEqual([second.id]);
    expect(await cancelRegistration(scope)).toEqual({ id, status: "cancelled" });
    expect(await messagesAbout(id)).toEqual(["registration_confirmed", "registration_cancelled"]);
    expect(await messagesAbout(first.id)).toEqual(["registration_waitlisted", "registration_promoted"]);
    expect(await messagesAbout(second.id)).toEqual(["registration_waitlisted"]);
    expect(await faultsOf(eventId)).toEqual([]);
  });

  it("leaves the line without promoting anybody", async () => {
    const { eventId } = await seated();
    const waiting = await makePerson();
    const { id } = await registerActor(waiting, eventId);
    await registerGuest(eventId, "behind");
    await cancelRegistration(await requireOwnRegistration(waiting, id));
    expect((await tallyOf(eventId)).rows).toEqual({ confirmed: 1, waitlisted: 1 });
    expect(await faultsOf(eventId)).toEqual([]);
  });

  it("is not for those who are checked in, nor when the event is over", async () => {
    const { eventId, id, scope } = await seated();
    await checkInByHand(eventId, id);
    await expect(cancelRegistration(scope)).rejects.toMatchObject({ code: "conflict" });
    const other = await seated();
    minutesOn(60 * 24 * 30);
    await expect(cancelRegistration(other.scope)).rejects.toMatchObject({ code: "conflict" });
  });

  it("can be done by an organizer, who is recorded, also for someone checked in", async () => {
    const { eventId, id, scope } = await seated();
    const next = standingOf(await registerGuest(eventId, "next"));
    await checkInByHand(eventId, id);
    const organizing = await requireOrganizer(organizer, eventId);
    for (const _ of [1, 2]) await cancelRegistrationAsOrganizer(organizing, { registrationId: id });
    expect(await getRegistration(scope)).toMatchObject({ status: "cancelled", checkedInAt: null, undoableUntil: null });
    expect(await messagesAbout(next.id)).toContain("registration_promoted");
    const recorded = await db().select().from(auditLog).where(eq(auditLog.subjectId, id));
    expect(recorded).toMatchObject([{ action: "registration.cancelled", actorId: organizer.userId, eventId }]);
    await expect(undoCancellation(scope)).rejects.toMatchObject({ code: "conflict" });
  });

  it("does not reach another event's registration", async () => {
    const [mine, theirs] = [await seated(), await seated()];
    const organizing = await requireOrganizer(organizer, mine.eventId);
    for (const registrationId of [theirs.id, newId()])
      await expect(cancelRegistrationAsOrganizer(organizing, { registrationId })).rejects.toMatchObject({
        code: "not_found",
      });
    expect((await getRegistration(theirs.scope)).status).toBe("confirmed");
  });
});

describe("taking a cancellation back", () => {
  it("returns the seat while nobody took it", async () => {
    const { eventId, id, scope } = await seated();
    const before = await getRegistration(scope);
    await cancelRegistration(scope);
    minutesOn(9);
    expect(await undoCancellation(scope)).toMatchObject({ id, status: "confirmed", ticket: before.ticket });
    expect(await undoCancellation(scope)).toMatchObject({ id, status: "confirmed" });
    expect(await messagesAbout(id)).toEqual([
      ...["registration_confirmed", "registration_cancelled", "registration_confirmed"],
    ]);
    expect(await getRegistration(scope)).toMatchObject({ status: "confirmed", cancelledAt: null, undoableUntil: null });
    expect(await faultsOf(eventId)).toEqual([]);
  });

  it("goes to the end of the line when the seat is gone", async () => {
    const { eventId, id, scope } = await seated();
    await registerGuest(eventId, "lucky");
    await registerGuest(eventId, "patient");
    await cancelRegistration(scope);
    expect(await undoCancellation(scope)).toMatchObject({
      id,
      status: "waitlisted",
      waitlistPosition: 2,
      ticket: null,
    });
    const late = standingOf(await registerGuest(eventId, "late"));
    expect(late.waitlistPosition).toBe(3);
    expect(await faultsOf(eventId)).toEqual([]);
  });

  it("is refused without a line, after ten minutes, and when the event is called off", async () => {
    const noLine = await seated({ waitlistEnabled: false });
    await cancelRegistration(noLine.scope);
    await registerGuest(noLine.eventId, "quick");
    await expect(undoCancellation(noLine.scope)).rejects.toMatchObject({ code: "event_full" });
    const calledOff = await seated();
    await cancelRegistration(calledOff.scope);
    await db().update(events).set({ status: "cancelled" }).where(eq(events.id, calledOff.eventId));
    await expect(undoCancellation(calledOff.scope)).rejects.toMatchObject({ code: "conflict" });
    const late = await seated();
    await cancelRegistration(late.scope);
    minutesOn(11);
    await expect(undoCancellation(late.scope)).rejects.toMatchObject({ code: "conflict" });
  });
});

it("gives no scope over a registration or a list to strangers", async () => {
  const { eventId, id } = await seated();
  const stranger = await makePerson({ role: "organizer" });
  await expect(requireOwnRegistration(stranger, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(requireOrganizer(stranger, eventId)).rejects.toMatchObject({ code: "not_found" });
  await expect(requireDoor(stranger, eventId)).rejects.toMatchObject({ code: "not_found" });
  const door = await requireDoor(organizer, eventId);
  expect((await listRegistrations(door, { limit: 20 })).items).toHaveLength(1);
});
