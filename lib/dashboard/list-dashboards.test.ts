import { afterEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { eventMembers } from "@/db/schema/events";
import { surveyResponses } from "@/db/schema/surveys";
import { anonymous } from "@/lib/access/actor";
import { requirePerson } from "@/lib/access/scopes";
import { setClock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { registerInput } from "@/lib/registrations/input";
import { register } from "@/lib/registrations/register";
import { makeDraft, makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { stageAttendee } from "@/lib/testing/stage-attendee";
import { listDashboardsInput } from "./input";
import { listDashboards } from "./list-dashboards";

afterEach(() => setClock(null));

async function readAll(person: Awaited<ReturnType<typeof makePerson>>, limit: number) {
  const ids: string[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = await listDashboards(requirePerson(person), listDashboardsInput.parse({ limit, cursor }));
    ids.push(...page.items.map(({ eventId }) => eventId));
    if (!page.nextCursor) return ids;
    cursor = page.nextCursor;
  }
}

test("totals and pages count the events that one owns or helps to run, and no others", async () => {
  const [owner, helper, doorStaff, stranger, admin] = await Promise.all([
    makePerson({ role: "organizer" }),
    makePerson(),
    makePerson(),
    makePerson({ role: "organizer" }),
    makePerson({ role: "admin" }),
  ]);
  const soon = await makePublishedEvent(owner, { startsInHours: 2, capacity: 5 });
  const later = await makePublishedEvent(owner, { startsInHours: 200 });
  const draft = await makeDraft(owner, { startsInHours: 300 });
  const foreign = await makePublishedEvent(stranger);
  await db()
    .insert(eventMembers)
    .values([
      { eventId: soon.id, userId: helper.userId, role: "organizer" },
      { eventId: soon.id, userId: doorStaff.userId, role: "door_staff" },
    ]);
  await register(await makePerson(), registerInput.parse({ eventId: soon.id }));
  await register(await makePerson(), registerInput.parse({ eventId: later.id }));
  const { scope } = await stageAttendee(soon.id);
  const response = { eventId: soon.id, id: newId(), userId: scope.userId, rating: 4, nps: 9, createdAt: new Date() };
  await db().insert(surveyResponses).values(response);

  const all = await listDashboards(requirePerson(owner), listDashboardsInput.parse({}));
  expect(all.totals).toEqual({
    ...{ events: 3, registered: 2, waitlisted: 0, checkedIn: 1 },
    responses: 1,
    averageRating: null,
    nps: null,
  });
  expect(all.items.map(({ eventId }) => eventId)).toEqual([draft.id, later.id, soon.id]);
  expect(all.items[2]).toMatchObject({
    startsAt: soon.startsAt,
    capacity: 5,
    registered: 1,
    checkedIn: 1,
    responses: 1,
    nps: null,
  });
  expect(await readAll(owner, 1)).toEqual([draft.id, later.id, soon.id]);
  expect(await readAll(helper, 20)).toEqual([soon.id]);
  expect(await readAll(doorStaff, 20)).toEqual([]);
  expect(await readAll(stranger, 20)).toEqual([foreign.id]);
  expect(new Set(await readAll(admin, 3))).toEqual(new Set([draft.id, later.id, soon.id, foreign.id]));
});

test("a period, a category and a department narrow totals and pages, by month, category and department", async () => {
  const owner = await makePerson({ role: "organizer" });
  setClock(new Date("2026-01-10T12:00:00Z"));
  const talk = await makePublishedEvent(owner, { startsInHours: 24, category: "talk" });
  const social = await makePublishedEvent(owner, { startsInHours: 40 * 24, category: "social" });
  const hiking = await makePublishedEvent(owner, { startsInHours: 41 * 24, category: "sports", capacity: 1 });
  for (const [eventId, department, checkedInAt] of [
    [talk.id, "Sales", new Date("2026-01-11T12:00:00Z")],
    [talk.id, "Sales", null],
    [talk.id, "Research", null],
    [talk.id, null, null],
    [social.id, "Sales", null],
  ] as const)
    await stageAttendee(eventId, { department, checkedInAt });
  for (const email of ["one@example.org", "two@example.org"])
    await register(anonymous, registerInput.parse({ eventId: hiking.id, name: "Kim", email, department: "Sales" }));
  setClock(new Date("2026-01-20T12:00:00Z"));
  const ask = (given: object) => listDashboards(requirePerson(owner), listDashboardsInput.parse(given));

  const all = await ask({});
  expect(all.byMonth).toMatchObject([
    { month: "2026-01", events: 1, checkedIn: 1 },
    { month: "2026-02", events: 2, registered: 1, checkedIn: 0 },
  ]);
  expect(all.byDepartment).toEqual([
    { department: "Sales", registered: 4, checkedIn: 1 },
    { department: "Research", registered: 1, checkedIn: 0 },
    { department: null, registered: 1, checkedIn: 0 },
  ]);
  expect(new Set(all.byCategory.map(({ category }) => category))).toEqual(new Set(["talk", "social", "sports"]));
  // Three of four did not come to the only event that is over.
  expect(all.noShowRate).toBe(0.75);

  const february = await ask({ from: "2026-02-01T00:00:00Z", to: "2026-02-20T00:00:00Z" });
  expect(february.items.map(({ eventId }) => eventId)).toEqual([social.id]);
  expect(february).toMatchObject({
    totals: { events: 1 },
    byMonth: [{ month: "2026-02", events: 1 }],
    noShowRate: null,
  });
  expect((await ask({ category: "sports" })).items.map(({ eventId }) => eventId)).toEqual([hiking.id]);
  await expect(ask({ category: "hackathon" })).rejects.toMatchObject({ errors: [{ path: "category" }] });

  const sales = await ask({ department: "Sales" });
  expect(sales.totals).toMatchObject({ events: 3, registered: 4, waitlisted: 1, checkedIn: 1 });
  expect(sales.noShowRate).toBe(0.5);
  expect(sales.byDepartment).toEqual([{ department: "Sales", registered: 4, checkedIn: 1 }]);
  expect(sales.items).toMatchObject([
    { eventId: hiking.id, registered: 1, waitlisted: 1 },
    { eventId: social.id, registered: 1, checkedIn: 0 },
    { eventId: talk.id, registered: 2, checkedIn: 1 },
  ]);

  // Totals without a period are those of a year and of what comes; pages go back to the first
  // event.
  setClock(new Date("2027-02-01T12:00:00Z"));
  expect((await ask({})).totals.events).toBe(2);
  expect((await ask({})).items).toHaveLength(3);
  expect((await ask({ from: "2026-01-01T00:00:00Z" })).totals.events).toBe(3);
});
