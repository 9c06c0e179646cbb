import { eq } from "drizzle-orm";
import { afterAll, afterEach, expect, it } from "vitest";
import { closeDatabase, db } from "@/db/client";
import { organisation } from "@/db/schema/organisation";
import { passkeys, sessions } from "@/db/schema/users";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { makeDoorStaff } from "@/lib/testing/make-door-staff";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import type { Person } from "./actor";
import { findPersonOfSession } from "./find-session";
import { addMember } from "./members";
import { requireAdmin, requireAuthor, requireDoor, requireOrganizer, requirePerson } from "./scopes";

afterAll(() => closeDatabase());
afterEach(() => demand(false));

const due = { code: "second_factor_required" };
const demand = (requiresSecondFactor: boolean) => db().update(organisation).set({ requiresSecondFactor });

/** The person as their next request finds them. */
async function asFound({ sessionId }: Person): Promise<Person> {
  const person = await findPersonOfSession(sessionId);
  if (!person) throw new Error("the session is over");
  return person;
}

const givePasskey = ({ userId }: Person) =>
  db().insert(passkeys).values({ id: newId(), userId, publicKey: "x", name: "Key", createdAt: now() });

const giveFactor = ({ sessionId }: Person) =>
  db().update(sessions).set({ secondFactorAt: now() }).where(eq(sessions.id, sessionId));

it("nothing of an organizer opens to a session that has not shown the passkey which its person has", async () => {
  const owner = await makePerson({ role: "organizer" });
  const { id } = await makePublishedEvent(owner);
  expect(requireAuthor(await asFound(owner))).toBeTruthy();
  await givePasskey(owner);
  const found = await asFound(owner);
  expect(() => requireAuthor(found)).toThrow(expect.objectContaining(due));
  await expect(requireOrganizer(found, id)).rejects.toMatchObject(due);
  expect(requirePerson(found)).toBeTruthy();
  await giveFactor(owner);
  expect((await requireOrganizer(await asFound(owner), id)).eventId).toBe(id);
});

it("where the organisation demands it, whoever organizes or administers shows one, and nobody else", async () => {
  const [owner, admin, attendee] = [
    await makePerson({ role: "organizer" }),
    await makePerson({ role: "admin" }),
    await makePerson(),
  ];
  const { id } = await makePublishedEvent(owner);
  const staff = await makeDoorStaff(id);
  const helper = await makePerson();
  await addMember(await requireOrganizer(owner, id), { email: helper.email, role: "organizer" });
  await demand(true);
  const organizer = await asFound(owner);
  expect(() => requireAuthor(organizer)).toThrow(expect.objectContaining(due));
  const administrator = await asFound(admin);
  expect(() => requireAdmin(administrator)).toThrow(expect.objectContaining(due));
  await expect(requireOrganizer(await asFound(helper), id)).rejects.toMatchObject(due);
  for (const free of [attendee, staff]) expect((await asFound(free)).lacksSecondFactor).toBe(false);
  expect((await requireDoor(await asFound(staff), id)).eventId).toBe(id);
  await giveFactor(admin);
  expect(requireAdmin(await asFound(admin))).toBeTruthy();
});

it("strangers learn nothing by it: what they may not know stays not found", async () => {
  const other = await makePerson({ role: "organizer" });
  const { id } = await makePublishedEvent(await makePerson({ role: "organizer" }));
  await givePasskey(other);
  await expect(requireOrganizer(await asFound(other), id)).rejects.toMatchObject({ code: "not_found" });
});
