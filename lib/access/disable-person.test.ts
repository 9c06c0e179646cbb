import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, db } from "@/db/client";
import { doorDevices } from "@/db/schema/door";
import { accessLinks, users } from "@/db/schema/users";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { disablePerson } from "./disable-person";
import { enablePerson } from "./enable-person";
import { findDevice } from "./find-device";
import { findPersonOfSession } from "./find-session";
import { makeSignInLink } from "./make-sign-in-link";
import { startSession } from "./sessions";

afterAll(() => closeDatabase());

async function stageDisabled() {
  const person = await makePerson();
  const { id: eventId } = await makePublishedEvent(await makePerson({ role: "organizer" }));
  const claim = { eventId, deviceId: newId() };
  await db().insert(doorDevices).values({
    eventId,
    id: claim.deviceId,
    userId: person.userId,
    name: "Ada",
    createdAt: now(),
    lastSeenAt: now(),
  });
  await makeSignInLink(person.email);
  return { person, claim };
}

test("disabling ends sessions, door phones and links at once, and no new session opens", async () => {
  const { person, claim } = await stageDisabled();
  expect(await findDevice(claim)).not.toBeNull();
  await disablePerson(null, person);
  expect(await findPersonOfSession(person.sessionId)).toBeNull();
  expect(await findDevice(claim)).toBeNull();
  expect(await db().$count(accessLinks, eq(accessLinks.userId, person.userId))).toBe(0);
  await expect(startSession(person.userId, { method: "code" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(makeSignInLink(person.email)).rejects.toMatchObject({ code: "conflict" });
});

test("an account opened again signs in, while what was ended stays ended", async () => {
  const { person, claim } = await stageDisabled();
  await disablePerson(null, person);
  await enablePerson(null, person);
  expect(await findPersonOfSession(person.sessionId)).toBeNull();
  expect(await findDevice(claim)).toBeNull();
  expect((await startSession(person.userId, { method: "code" })).person.userId).toBe(person.userId);
});

test("an erased person is neither disabled nor opened again", async () => {
  const person = await makePerson();
  await db().update(users).set({ erasedAt: now(), disabledAt: now() }).where(eq(users.id, person.userId));
  await expect(disablePerson(null, person)).rejects.toMatchObject({ code: "not_found" });
  await enablePerson(null, person);
  await expect(startSession(person.userId, { method: "code" })).rejects.toMatchObject({ code: "forbidden" });
});
