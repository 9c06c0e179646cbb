import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { doorDevices } from "@/db/schema/door";
import { undeliverableAddresses } from "@/db/schema/mail";
import { findDevice } from "@/lib/access/find-device";
import { findPersonOfSession } from "@/lib/access/find-session";
import { requireAdmin } from "@/lib/access/scopes";
import { startSession } from "@/lib/access/sessions";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { clearAddressFault } from "./clear-address-fault";
import { endSessions } from "./end-sessions";

const admin = requireAdmin(await makePerson({ role: "admin", name: "Robin" }));

test("ending somebody's sessions ends all, phones at doors too, and lets them sign in anew", async () => {
  const person = await makePerson();
  const { id: eventId } = await makePublishedEvent(await makePerson({ role: "organizer" }));
  const claim = { eventId, deviceId: newId() };
  const phone = {
    eventId,
    id: claim.deviceId,
    userId: person.userId,
    name: "Ada",
    createdAt: now(),
    lastSeenAt: now(),
  };
  await db().insert(doorDevices).values(phone);
  expect(await findDevice(claim)).not.toBeNull();
  await startSession(person.userId, { method: "code" });
  expect(await endSessions(admin, person)).toEqual({ ended: 2 });
  expect(await endSessions(admin, person)).toEqual({ ended: 0 });
  expect([await findPersonOfSession(person.sessionId), await findDevice(claim)]).toEqual([null, null]);
  expect((await startSession(person.userId, { method: "code" })).person.userId).toBe(person.userId);
});

test("an address that mail came back from can be written to again", async () => {
  const { userId, email } = await makePerson();
  await db().insert(undeliverableAddresses).values({ email, fault: "complained", at: now() });
  await clearAddressFault(admin, { userId });
  await clearAddressFault(admin, { userId });
  expect(await db().$count(undeliverableAddresses, eq(undeliverableAddresses.email, email))).toBe(0);
});
