import { expect, test } from "vitest";
import { addMember, listMembers } from "@/lib/access/members";
import { requireAdmin, requireOrganizer } from "@/lib/access/scopes";
import { makeDraft } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { handOverEvents } from "./hand-over-events";
import { listOwnedEvents } from "./list-owned-events";

const admin = requireAdmin(await makePerson({ role: "admin", name: "Robin" }));

test("all events of somebody get another owner, who is no member of them besides", async () => {
  const [leaver, heir] = [
    await makePerson({ role: "organizer" }),
    await makePerson({ role: "organizer", name: "Heir" }),
  ];
  const [one] = [await makeDraft(leaver), await makeDraft(leaver)];
  await addMember(await requireOrganizer(leaver, one.id), { email: heir.email, role: "door_staff" });
  expect(await handOverEvents(admin, { userId: leaver.userId, toEmail: heir.email })).toEqual({
    events: 2,
    to: "Heir",
  });
  await expect(requireOrganizer(leaver, one.id)).rejects.toMatchObject({ code: "not_found" });
  expect(await listMembers(await requireOrganizer(heir, one.id))).toMatchObject([
    { userId: heir.userId, role: "owner" },
  ]);
  expect((await listOwnedEvents(admin, heir.userId)).count).toBe(2);
});

test("only who may organize can take events over", async () => {
  const leaver = await makePerson({ role: "organizer" });
  const attendee = await makePerson();
  for (const toEmail of [attendee.email, "nobody@example.org", leaver.email])
    await expect(handOverEvents(admin, { userId: leaver.userId, toEmail })).rejects.toMatchObject({
      errors: [{ path: "toEmail" }],
    });
});
