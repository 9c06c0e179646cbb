import { expect, test } from "vitest";
import { requireOrganizer } from "@/lib/access/scopes";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { duplicateEvent } from "./duplicate-event";
import { reminderMinutesField, updateEventInput } from "./input";
import { updateEvent } from "./update-event";

test("an event reminds a day and two hours before, unless its organizer says otherwise; a copy does as the original", async () => {
  const organizer = await makePerson({ role: "organizer" });
  const event = await makePublishedEvent(organizer);
  expect(event.reminderMinutes).toEqual([1440, 120]);
  const scope = await requireOrganizer(organizer, event.id);
  const changed = await updateEvent(scope, updateEventInput.parse({ reminderMinutes: [60, 10_080] }));
  expect(changed.reminderMinutes).toEqual([10_080, 60]);
  const same = await updateEvent(scope, updateEventInput.parse({ reminderMinutes: [10_080, 60] }));
  expect(same.revision).toBe(changed.revision);
  const startsAt = new Date(event.startsAt.getTime() + 7 * 86_400_000);
  expect((await duplicateEvent(scope, { startsAt })).reminderMinutes).toEqual([10_080, 60]);
  expect((await updateEvent(scope, updateEventInput.parse({ reminderMinutes: [] }))).reminderMinutes).toEqual([]);
});

test.each([[[14]], [[43_201]], [[60, 60]], [[15, 30, 45, 60, 75, 90]], [[60.5]]])("%j is refused", (minutes) => {
  expect(reminderMinutesField.safeParse(minutes).success).toBe(false);
});
