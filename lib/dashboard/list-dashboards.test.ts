import { expect, test } from "vitest";
import { db } from "@/db/client";
import { eventMembers } from "@/db/schema/events";
import { surveyResponses } from "@/db/schema/surveys";
import { requirePerson } from "@/lib/access/scopes";
import { newId } from "@/lib/platform/id";
import { registerInput } from "@/lib/registrations/input";
import { register } from "@/lib/registrations/register";
import { makeDraft, makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { stageAttendee } from "@/lib/testing/stage-attendee";
import { listDashboardsInput } from "./input";
import { listDashboards } from "./list-dashboards";

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
    ...{ responses: 1, averageRating: 4, nps: 100 },
  });
  expect(all.items.map(({ eventId }) => eventId)).toEqual([draft.id, later.id, soon.id]);
  expect(all.items[2]).toMatchObject({
    startsAt: soon.startsAt,
    capacity: 5,
    registered: 1,
    checkedIn: 1,
    responses: 1,
    nps: 100,
  });
  expect(await readAll(owner, 1)).toEqual([draft.id, later.id, soon.id]);
  expect(await readAll(helper, 20)).toEqual([soon.id]);
  expect(await readAll(doorStaff, 20)).toEqual([]);
  expect(await readAll(stranger, 20)).toEqual([foreign.id]);
  expect(new Set(await readAll(admin, 3))).toEqual(new Set([draft.id, later.id, soon.id, foreign.id]));
});
