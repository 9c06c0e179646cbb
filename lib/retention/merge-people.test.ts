import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { eventMembers, events } from "@/db/schema/events";
import { registrations } from "@/db/schema/registrations";
import { providerIdentities, users } from "@/db/schema/users";
import type { Person } from "@/lib/access/actor";
import { addMember } from "@/lib/access/members";
import { requireAdmin, requireOrganizer } from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { faultsOf, registerActor, registerGuest } from "@/lib/testing/registrations";
import { mergePeople } from "./merge-people";

const admin = requireAdmin(await makePerson({ role: "admin", name: "Robin" }));
const organizer = await makePerson({ role: "organizer", name: "Olga" });
const merge = (from: Person, into: Person) => mergePeople(admin, { userId: from.userId, intoEmail: into.email });
const placesOf = (userId: string, eventId: string) =>
  db()
    .select()
    .from(registrations)
    .where(and(eq(registrations.userId, userId), eq(registrations.eventId, eventId)));

test("registrations, events, roles and identities go to the record that stays, and the other is erased", async () => {
  const [from, into] = [
    await makePerson({ name: "Ada Twice", role: "organizer" }),
    await makePerson({ name: "Ada Once" }),
  ];
  const { id } = await makePublishedEvent(organizer);
  const owned = await makePublishedEvent(from);
  const made = await registerActor(from, id);
  const scope = await requireOrganizer(organizer, id);
  await addMember(scope, { email: from.email, role: "organizer" });
  await addMember(scope, { email: into.email, role: "door_staff" });
  await addMember(await requireOrganizer(from, owned.id), { email: into.email, role: "viewer" });
  const identity = { issuer: "https://id.example.org", subject: newId(), createdAt: now(), lastSeenAt: now() };
  await db()
    .insert(providerIdentities)
    .values({ ...identity, userId: from.userId });
  expect(await merge(from, into)).toEqual({ intoId: into.userId });
  expect(await placesOf(into.userId, id)).toMatchObject([{ id: made.id, status: "confirmed" }]);
  expect((await placesOf(into.userId, id))[0]?.searchText).toContain(into.email);
  const [event] = await db().select().from(events).where(eq(events.id, owned.id));
  expect(event?.organizerId).toBe(into.userId);
  const roles = await db().select().from(eventMembers).where(eq(eventMembers.userId, into.userId));
  expect(roles).toMatchObject([{ eventId: id, role: "organizer" }]);
  const [known] = await db().select().from(providerIdentities).where(eq(providerIdentities.subject, identity.subject));
  expect(known?.userId).toBe(into.userId);
  const [gone] = await db().select().from(users).where(eq(users.id, from.userId));
  expect(gone).toMatchObject({ erasedAt: expect.any(Date), disabledAt: expect.any(Date), role: "attendee" });
  expect(JSON.stringify(gone)).not.toContain("Ada Twice");
  expect(await faultsOf(id)).toEqual([]);
});

test("of two identities at one provider that of the record that stays goes on signing in", async () => {
  const [from, into] = [await makePerson({ name: "Ada Twice" }), await makePerson({ name: "Ada Once" })];
  const at = { createdAt: now(), lastSeenAt: now() };
  const [both, other] = ["https://id.example.org", "https://other.example.org"];
  const kept = newId();
  await db()
    .insert(providerIdentities)
    .values([
      { issuer: both, subject: newId(), userId: from.userId, ...at },
      { issuer: both, subject: kept, userId: into.userId, ...at },
      { issuer: other, subject: newId(), userId: from.userId, ...at },
    ]);
  await merge(from, into);
  const known = await db().select().from(providerIdentities).where(eq(providerIdentities.userId, into.userId));
  expect(known.map(({ issuer }) => issuer).toSorted()).toEqual([both, other]);
  expect(known.find(({ issuer }) => issuer === both)?.subject).toBe(kept);
});

test.each(["from", "into"])("of two registrations for one event the better one stays: that of %s", async (better) => {
  const [from, into] = [await makePerson({ name: "Ada Twice" }), await makePerson({ name: "Ada Once" })];
  const { id } = await makePublishedEvent(organizer, { capacity: 1 });
  const [first, second] = better === "from" ? [from, into] : [into, from];
  const seat = await registerActor(first, id);
  await registerActor(second, id);
  await merge(from, into);
  expect(await placesOf(into.userId, id)).toMatchObject([{ id: seat.id, status: "confirmed" }]);
  expect(await faultsOf(id)).toEqual([]);
});

test("a seat that both had goes to who waits next, and nobody is told that they don't come", async () => {
  const [from, into] = [await makePerson(), await makePerson()];
  const { id } = await makePublishedEvent(organizer, { capacity: 2 });
  for (const person of [from, into]) await registerActor(person, id);
  await registerGuest(id, `waiting-${newId()}`);
  await merge(from, into);
  const statuses = (await db().select().from(registrations).where(eq(registrations.eventId, id))).map(
    (row) => row.status,
  );
  expect(statuses.toSorted()).toEqual(["cancelled", "confirmed", "confirmed"]);
  expect(await faultsOf(id)).toEqual([]);
});

test("the last administrator is not merged away, nor anybody into themselves or into nobody", async () => {
  const into = await makePerson();
  await expect(merge(admin, into)).rejects.toMatchObject({ code: "last_admin" });
  await expect(merge(into, into)).rejects.toMatchObject({ errors: [{ path: "intoEmail" }] });
  await expect(mergePeople(admin, { userId: into.userId, intoEmail: "nobody@example.org" })).rejects.toMatchObject({
    errors: [{ path: "intoEmail" }],
  });
  await expect(mergePeople(admin, { userId: newId(), intoEmail: into.email })).rejects.toMatchObject({
    code: "not_found",
  });
});
