import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/outbox";
import { users } from "@/db/schema/users";
import { makeDraft } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { addMember, listMembers, removeMember } from "./members";
import { requireDoor, requireOrganizer, requireViewer } from "./scopes";

async function stage() {
  const owner = await makePerson({ role: "organizer", name: "Olga Owner" });
  const event = await makeDraft(owner);
  return { owner, event, scope: await requireOrganizer(owner, event.id) };
}

function invitationsOf(eventId: string) {
  return db()
    .select()
    .from(outbox)
    .where(and(eq(outbox.eventId, eventId), eq(outbox.kind, "team_invitation")));
}

test("adding a known person gives the role and tells them once", async () => {
  const { event, scope } = await stage();
  const sam = await makePerson({ name: "Sam Staff" });
  await addMember(scope, { email: sam.email, role: "door_staff" });
  await addMember(scope, { email: sam.email, role: "door_staff" });
  expect(await requireDoor(sam, event.id)).toMatchObject({ eventId: event.id });
  await expect(requireOrganizer(sam, event.id)).rejects.toMatchObject({ code: "not_found" });
  expect(await invitationsOf(event.id)).toMatchObject([{ userId: sam.userId }]);
  await addMember(scope, { email: sam.email, role: "organizer" });
  expect(await requireOrganizer(sam, event.id)).toBeTruthy();
  expect((await listMembers(scope)).map(({ name, role }) => [name, role])).toEqual([
    ["Olga Owner", "owner"],
    ["Sam Staff", "organizer"],
  ]);
});

test("an unknown address becomes a person, also when invited twice at once", async () => {
  const { scope, event } = await stage();
  const email = `new-${event.id}@example.org`;
  const added = await Promise.all([1, 2].map(() => addMember(scope, { email, role: "door_staff" })));
  expect(added[0]?.userId).toBe(added[1]?.userId);
  expect(await db().select().from(users).where(eq(users.email, email))).toMatchObject([{ role: "attendee" }]);
  expect(await invitationsOf(event.id)).toHaveLength(1);
});

test("the owner is neither added nor removed; anyone else can go", async () => {
  const { owner, scope, event } = await stage();
  await expect(addMember(scope, { email: owner.email, role: "door_staff" })).rejects.toMatchObject({
    errors: [{ path: "email" }],
  });
  await expect(removeMember(scope, { userId: owner.userId })).rejects.toMatchObject({ code: "conflict" });
  const sam = await makePerson();
  await addMember(scope, { email: sam.email, role: "organizer" });
  await removeMember(scope, { userId: sam.userId });
  await removeMember(scope, { userId: sam.userId });
  await expect(requireDoor(sam, event.id)).rejects.toMatchObject({ code: "not_found" });
});

test("the team of one event is nothing to the organizer of another", async () => {
  const { event } = await stage();
  const stranger = await makePerson({ role: "organizer" });
  await expect(requireOrganizer(stranger, event.id)).rejects.toMatchObject({ code: "not_found" });
});

test("a typed address shows no account's name until its person has used their part", async () => {
  const { event, scope } = await stage();
  const sam = await makePerson({ name: "Secret Sam" });
  const added = await addMember(scope, { email: sam.email, role: "door_staff" });
  expect(JSON.stringify([added, await listMembers(scope)])).not.toContain("Secret Sam");
  await requireDoor(sam, event.id);
  expect(await listMembers(scope)).toMatchObject([{}, { name: "Secret Sam", email: sam.email }]);
});

test("toggling a member's role floods nobody: one mail of each role a day, and few changes in a while", async () => {
  const { event, scope } = await stage();
  const sam = await makePerson();
  const outcomes: string[] = [];
  for (let time = 0; time < 30; time++) {
    const role = time % 2 ? "organizer" : "door_staff";
    outcomes.push(
      await addMember(scope, { email: sam.email, role }).then(
        () => "added",
        (error) => error.code,
      ),
    );
  }
  expect(outcomes).toContain("rate_limited");
  expect(await invitationsOf(event.id)).toHaveLength(2);
});

test("a viewer looks at the event, its people without addresses and its results, and changes nothing", async () => {
  const { owner, event, scope } = await stage();
  const vera = await makePerson({ name: "Vera Viewer" });
  await addMember(scope, { email: vera.email, role: "viewer" });
  expect(await requireViewer(vera, event.id)).toMatchObject({ eventId: event.id, mayOrganize: false });
  expect(await requireViewer(owner, event.id)).toMatchObject({ mayOrganize: true });
  const [staff, stranger] = [await makePerson(), await makePerson({ role: "organizer" })];
  await addMember(scope, { email: staff.email, role: "door_staff" });
  for (const other of [staff, stranger])
    await expect(requireViewer(other, event.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(requireOrganizer(vera, event.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(requireDoor(vera, event.id)).rejects.toMatchObject({ code: "not_found" });
});
