import { expect, test } from "vitest";
import { db } from "@/db/client";
import { departments } from "@/db/schema/users";
import { requireAdmin } from "@/lib/access/scopes";
import { hideChecklist } from "@/lib/organisation/hide-checklist";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { makeDraft } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { findFirstSteps } from "./find-first-steps";

test("the first steps are ticked as they are taken, until they are put away", async () => {
  const administrator = requireAdmin(await makePerson({ role: "admin" }));
  const none = { departments: false, categories: false, people: false, event: false, door: false };
  expect(await findFirstSteps(administrator)).toEqual(none);
  await db().insert(departments).values({ id: newId(), name: "Research", createdAt: now() });
  await makeDraft(await makePerson({ role: "organizer" }));
  expect(await findFirstSteps(administrator)).toEqual({ ...none, departments: true, people: true, event: true });
  await hideChecklist();
  expect(await findFirstSteps(administrator)).toBeNull();
});
