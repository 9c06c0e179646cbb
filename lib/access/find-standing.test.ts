import { expect, it } from "vitest";
import { db } from "@/db/client";
import { doorDevices } from "@/db/schema/door";
import { eventMembers } from "@/db/schema/events";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { findStanding } from "./find-standing";

const owner = await makePerson({ role: "organizer" });
const [one, two] = [await makePublishedEvent(owner), await makePublishedEvent(owner)];

async function helper(eventId: string, role: "organizer" | "door_staff") {
  const person = await makePerson();
  await db().insert(eventMembers).values({ eventId, userId: person.userId, role });
  return person;
}

function loseThePhoneOf({ userId, sessionId }: { userId: string; sessionId: string }) {
  const at = now();
  const device = {
    ...{ eventId: one.id, id: newId(), userId, sessionId, name: "Lost" },
    createdAt: at,
    lastSeenAt: at,
  };
  return db()
    .insert(doorDevices)
    .values({ ...device, revokedAt: at });
}

it("tells each of many who ask at once what they are to which event", async () => {
  const [lost, door, stranger] = [
    await helper(one.id, "door_staff"),
    await helper(two.id, "door_staff"),
    await makePerson(),
  ];
  await loseThePhoneOf(lost);
  const answers = [
    { eventId: one.id, person: lost, standing: { memberRole: "door_staff", hasLostPhone: true } },
    { eventId: two.id, person: lost, standing: { memberRole: null, hasLostPhone: false } },
    {
      eventId: one.id,
      person: { ...lost, sessionId: newId() },
      standing: { memberRole: "door_staff", hasLostPhone: false },
    },
    { eventId: two.id, person: door, standing: { memberRole: "door_staff", hasLostPhone: false } },
    { eventId: one.id, person: stranger, standing: { memberRole: null, hasLostPhone: false } },
    { eventId: two.id, person: await helper(two.id, "organizer"), standing: { memberRole: "organizer" } },
    { eventId: newId(), person: owner, standing: null },
  ];
  const found = await Promise.all(
    [...answers, ...answers].map(({ eventId, person }) => findStanding({ eventId, ...person })),
  );
  const wanted = answers.map(({ standing }) => standing && { organizerId: owner.userId, ...standing });
  expect(found).toMatchObject([...wanted, ...wanted]);
});

it("knows of what changed before it was asked, however many ask", async () => {
  const person = await helper(one.id, "door_staff");
  const question = { eventId: one.id, ...person };
  const early = [findStanding(question), findStanding(question)];
  await loseThePhoneOf(person);
  expect(await Promise.all([findStanding(question), findStanding(question)])).toMatchObject([
    { hasLostPhone: true },
    { hasLostPhone: true },
  ]);
  await Promise.all(early);
});
