import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { auditLog } from "@/db/schema/audit-log";
import { events } from "@/db/schema/events";
import { outbox } from "@/db/schema/outbox";
import { registrations } from "@/db/schema/registrations";
import { surveys } from "@/db/schema/surveys";
import type { Person } from "@/lib/access/actor";
import { addMember } from "@/lib/access/members";
import { requireAuthor, requireOrganizer } from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { makeDraft, makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { cancelEvent } from "./cancel-event";
import { createEvent } from "./create-event";
import { duplicateEvent } from "./duplicate-event";
import { createEventInput } from "./input";
import { createPublishedEvent, publishEvent } from "./publish-event";
import { updateEvent } from "./update-event";

let organizer: Person;
let stranger: Person;
const inHours = (hours: number) => new Date(now().getTime() + hours * 3_600_000);
const scopeOf = (eventId: string) => requireOrganizer(organizer, eventId);

beforeAll(async () => {
  organizer = await makePerson({ role: "organizer", name: "Olga Organizer" });
  stranger = await makePerson({ role: "organizer" });
});

async function seat(eventId: string, status: "confirmed" | "waitlisted" | "cancelled", line: number | null = null) {
  const person = await makePerson();
  const row = { eventId, id: newId(), userId: person.userId, name: person.name, status, waitlistOrder: line };
  await db()
    .insert(registrations)
    .values({ ...row, ticketId: newId(), reference: "ABCD2345", searchText: "ada", registeredAt: now() });
  return row.id;
}

async function messagesOf(eventId: string, kind: (typeof outbox.$inferSelect)["kind"]): Promise<(string | null)[]> {
  const rows = await db()
    .select({ registrationId: outbox.registrationId })
    .from(outbox)
    .where(and(eq(outbox.eventId, eventId), eq(outbox.kind, kind)));
  return rows.map(({ registrationId }) => registrationId);
}

describe("createEvent", () => {
  test("makes a draft with good defaults that belongs to its author", async () => {
    const event = await makeDraft(organizer, { title: "  Çà et là: été 2026! " });
    expect(event).toMatchObject({
      ...{ title: "Çà et là: été 2026!", slug: "ca-et-la-ete-2026", status: "draft", category: "other", revision: 0 },
      ...{ capacity: null, seatsTaken: 0, waitlistEnabled: true, questions: [], publishedAt: null },
      organizer: { id: organizer.userId, name: "Olga Organizer" },
    });
    const [entry] = await db().select().from(auditLog).where(eq(auditLog.eventId, event.id));
    expect(entry).toMatchObject({ action: "event.created", actorId: organizer.userId });
  });

  test("gives twenty events of one title at once addresses of their own", async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => makeDraft(organizer, { title: "Stand-up" })));
    expect(new Set(made.map(({ slug }) => slug)).size).toBe(20);
    expect(made.some(({ slug }) => slug === "stand-up")).toBe(true);
  });

  test("keeps titles in any script and HTML as text", async () => {
    const title = "<b>مرحبا</b> 你好 🎉";
    expect(await makeDraft(organizer, { title })).toMatchObject({ title, slug: "b-b" });
    expect((await makeDraft(organizer, { title: "你好" })).slug).toBe("event");
  });

  test("refuses times that contradict each other", async () => {
    await expect(makeDraft(organizer, { lastsHours: 0 })).rejects.toMatchObject({
      code: "invalid_input",
      errors: [{ path: "endsAt" }],
    });
  });

  test("is not for attendees, nor for nobody", async () => {
    const attendee = await makePerson();
    expect(() => requireAuthor(attendee)).toThrow(expect.objectContaining({ code: "forbidden" }));
    expect(() => requireAuthor({ kind: "anonymous" })).toThrow(expect.objectContaining({ code: "unauthenticated" }));
  });
});

describe("updateEvent", () => {
  test("changes only what is given and counts the revision", async () => {
    const event = await makeDraft(organizer, { summary: "Old", questions: [{ label: "Diet?", kind: "text" }] });
    const same = await updateEvent(await scopeOf(event.id), { title: event.title, questions: event.questions });
    expect(same.revision).toBe(0);
    const changed = await updateEvent(await scopeOf(event.id), { venue: "Hall 2", revision: 0 });
    expect(changed).toMatchObject({ venue: "Hall 2", summary: "Old", slug: event.slug, revision: 1 });
  });

  test("tells the second of two editors and overwrites nothing", async () => {
    const event = await makeDraft(organizer);
    const edits = ["First", "Second"].map(async (title) =>
      updateEvent(await scopeOf(event.id), { title, revision: event.revision }),
    );
    const outcomes = await Promise.allSettled(edits);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = outcomes.find((outcome) => outcome.status === "rejected");
    expect(refused).toMatchObject({ reason: { code: "revision_mismatch" } });
  });

  test("tells everyone with a seat or a place in line of a new time or venue, once", async () => {
    const event = await makePublishedEvent(organizer);
    const told = [await seat(event.id, "confirmed"), await seat(event.id, "waitlisted", 1)];
    await seat(event.id, "cancelled");
    await updateEvent(await scopeOf(event.id), { summary: "New words" });
    expect(await messagesOf(event.id, "event_changed")).toEqual([]);
    await updateEvent(await scopeOf(event.id), { venue: "Hall 3", title: "New title" });
    expect((await messagesOf(event.id, "event_changed")).sort()).toEqual(told.sort());
    await updateEvent(await scopeOf(event.id), { venue: "Hall 3" });
    expect(await messagesOf(event.id, "event_changed")).toHaveLength(2);
  });

  test("tells nobody of a draft", async () => {
    const event = await makeDraft(organizer);
    await updateEvent(await scopeOf(event.id), { venue: "Hall 3" });
    expect(await messagesOf(event.id, "event_changed")).toEqual([]);
  });

  test("never goes below the seats taken, and promotes the line when seats are added", async () => {
    const event = await makePublishedEvent(organizer, { capacity: 2 });
    await seat(event.id, "confirmed");
    await seat(event.id, "confirmed");
    const waiting = [await seat(event.id, "waitlisted", 1), await seat(event.id, "waitlisted", 2)];
    await db()
      .update(events)
      .set({ seatsTaken: 2, waitlistCount: 2, waitlistSequence: 2 })
      .where(eq(events.id, event.id));
    await expect(updateEvent(await scopeOf(event.id), { capacity: 1 })).rejects.toMatchObject({
      code: "capacity_below_taken",
      errors: [{ path: "capacity" }],
    });
    const grown = await updateEvent(await scopeOf(event.id), { capacity: 3 });
    expect(grown).toMatchObject({ capacity: 3, seatsTaken: 3, waitlistCount: 1 });
    expect(await messagesOf(event.id, "registration_promoted")).toEqual([waiting[0]]);
    expect(await updateEvent(await scopeOf(event.id), { capacity: null })).toMatchObject({
      seatsTaken: 4,
      waitlistCount: 0,
    });
  });

  test("moves no published event into the past and no event that is over", async () => {
    const event = await makePublishedEvent(organizer);
    const past = { startsAt: inHours(-5), endsAt: inHours(-3) };
    await expect(updateEvent(await scopeOf(event.id), past)).rejects.toMatchObject({ code: "invalid_input" });
    await db().update(events).set({ status: "completed" }).where(eq(events.id, event.id));
    await expect(updateEvent(await scopeOf(event.id), past)).rejects.toMatchObject({ code: "conflict" });
    expect(await updateEvent(await scopeOf(event.id), { description: "Thanks!" })).toMatchObject({ revision: 2 });
  });

  test("is not for strangers, nor for door staff", async () => {
    const event = await makeDraft(organizer);
    const staff = await makePerson();
    await addMember(await scopeOf(event.id), { email: staff.email, role: "door_staff" });
    for (const person of [stranger, staff])
      await expect(requireOrganizer(person, event.id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("publishEvent", () => {
  test("publishes once", async () => {
    const event = await makePublishedEvent(organizer);
    expect(event).toMatchObject({ status: "published", revision: 1 });
    expect(await publishEvent(await scopeOf(event.id))).toEqual(event);
  });

  test("takes an event under way, and none that is over or cancelled", async () => {
    expect((await makePublishedEvent(organizer, { startsInHours: -1 })).status).toBe("published");
    await expect(makePublishedEvent(organizer, { startsInHours: -3 })).rejects.toMatchObject({
      errors: [{ path: "endsAt" }],
    });
    const cancelled = await makeDraft(organizer);
    await cancelEvent(await scopeOf(cancelled.id), {});
    await expect(publishEvent(await scopeOf(cancelled.id))).rejects.toMatchObject({ code: "conflict" });
  });
});

test("createPublishedEvent makes a public event, or none at all", async () => {
  const given = { title: "At once", startsAt: inHours(5).toISOString(), timezone: "UTC" };
  const input = (hours: number) => createEventInput.parse({ ...given, endsAt: inHours(hours).toISOString() });
  const scope = requireAuthor(organizer);
  expect(await createPublishedEvent(scope, input(6))).toMatchObject({ status: "published" });
  const over = { ...input(-1), startsAt: inHours(-2) };
  await expect(createPublishedEvent(scope, over)).rejects.toMatchObject({ errors: [{ path: "endsAt" }] });
  expect(await db().select().from(events).where(eq(events.title, "At once"))).toHaveLength(1);
});

describe("cancelEvent", () => {
  test("tells everyone concerned once and leaves their registrations", async () => {
    const event = await makePublishedEvent(organizer);
    const told = [await seat(event.id, "confirmed"), await seat(event.id, "waitlisted", 1)];
    const cancelled = await cancelEvent(await scopeOf(event.id), { reason: "The hall is flooded." });
    expect(cancelled).toMatchObject({ status: "cancelled", cancelReason: "The hall is flooded.", revision: 2 });
    expect(await cancelEvent(await scopeOf(event.id), { reason: "Again" })).toEqual(cancelled);
    expect((await messagesOf(event.id, "event_cancelled")).sort()).toEqual(told.sort());
    const kept = await db().select().from(registrations).where(eq(registrations.eventId, event.id));
    expect(kept.map(({ status }) => status).sort()).toEqual(["confirmed", "waitlisted"]);
    await expect(updateEvent(await scopeOf(event.id), { title: "x" })).rejects.toMatchObject({ code: "conflict" });
  });

  test("refuses an event that is over", async () => {
    const event = await makePublishedEvent(organizer, { startsInHours: -1 });
    await db()
      .update(events)
      .set({ endsAt: inHours(-0.5) })
      .where(eq(events.id, event.id));
    await expect(cancelEvent(await scopeOf(event.id), {})).rejects.toMatchObject({ code: "conflict" });
  });
});

test("duplicateEvent copies everything but the people, moved on the wall clock", async () => {
  const given = {
    ...{ title: "Yoga", capacity: 12, waitlistEnabled: false, venue: "Roof", description: "*Bring a mat*" },
    ...{ startsAt: "2027-03-20T09:00:00Z", endsAt: "2027-03-20T10:00:00Z", timezone: "Europe/Berlin" },
    registrationClosesAt: "2027-03-19T17:00:00Z",
    confirmAddressMinutes: 30,
    questions: [{ label: "Level", kind: "choice", options: ["New", "Old hand"], required: true }],
  };
  const original = await createEvent(requireAuthor(organizer), createEventInput.parse(given));
  const survey = [{ id: "q1", label: "How was it?", kind: "text" as const, required: false }];
  await db().insert(surveys).values({ eventId: original.id, questions: survey });
  const startsAt = new Date("2027-04-20T08:00:00Z");
  const copy = await duplicateEvent(await scopeOf(original.id), { startsAt });
  expect(copy).toMatchObject({
    ...{ title: "Yoga", status: "draft", capacity: 12, waitlistEnabled: false, venue: "Roof", seatsTaken: 0 },
    ...{ startsAt, endsAt: new Date("2027-04-20T09:00:00Z"), questions: original.questions },
    registrationClosesAt: new Date("2027-04-19T16:00:00Z"),
    confirmAddressMinutes: 30,
  });
  expect(copy.slug).toMatch(/^yoga-[0-9a-f]{6}$/);
  const [copied] = await db().select().from(surveys).where(eq(surveys.eventId, copy.id));
  expect(copied?.questions).toEqual(survey);
});
