import { beforeAll, describe, expect, test } from "vitest";
import { sql } from "@/db/client";
import { type Actor, anonymous, type Person } from "@/lib/access/actor";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { registerActor, registerGuest } from "@/lib/testing/registrations";
import { listEventsInput } from "./input";
import { findEventBySlug, getEvent, listEvents, listEventsFor, listPublicAddresses } from "./queries";

const actors: Record<string, Actor> = { stranger: anonymous };
const events: Record<string, { id: string; slug: string }> = {};
let owner: Person;

beforeAll(async () => {
  owner = await makePerson({ role: "organizer" });
  actors.owner = owner;
  actors.admin = await makePerson({ role: "admin" });
  actors.member = await makePerson({ department: "Board" });
  actors.other = await makePerson({ department: "Sales" });
  const self = await makePerson({ department: "Board" });
  await sql()`update users set department_source = 'self' where id = ${self.userId}`;
  actors.self = self;
  for (const visibility of ["public", "unlisted", "signed_in", "departments"]) {
    const fields = { title: `Seen by ${visibility}`, visibility, eligibleDepartments: ["Board"] };
    events[visibility] = await makePublishedEvent(owner, fields);
  }
});

const pages = {
  stranger: ["public", "unlisted"],
  other: ["public", "unlisted", "signed_in"],
  self: ["public", "unlisted", "signed_in"],
  member: ["public", "unlisted", "signed_in", "departments"],
  owner: ["public", "unlisted", "signed_in", "departments"],
  admin: ["public", "unlisted", "signed_in", "departments"],
};
const lists = {
  stranger: ["public"],
  other: ["public", "signed_in"],
  self: ["public", "signed_in"],
  member: ["public", "signed_in", "departments"],
  owner: ["public", "unlisted", "signed_in", "departments"],
  admin: ["public", "unlisted", "signed_in", "departments"],
};

describe.each(Object.entries(pages))("%s", (name, seen) => {
  const actor = () => actors[name] ?? anonymous;

  test(`opens the events ${seen.join(", ")}, and for the others there is no such event`, async () => {
    for (const [visibility, { id, slug }] of Object.entries(events)) {
      const isSeen = seen.includes(visibility);
      expect((await findEventBySlug(actor(), slug)) !== null, visibility).toBe(isSeen);
      const got = getEvent(actor(), id);
      if (isSeen) await got;
      else await expect(got).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("finds in lists only what is listed for them", async () => {
    const { items } = await listEvents(actor(), listEventsInput.parse({ q: "Seen by", limit: 100 }));
    expect(items.map(({ title }) => title.replace("Seen by ", "")).toSorted()).toEqual(
      lists[name as keyof typeof lists].toSorted(),
    );
  });
});

test("the list that is drawn for a department holds what its people see, and no more", async () => {
  const input = listEventsInput.parse({ q: "Seen by", limit: 100 });
  const titles = async (department: string | null) => (await listEventsFor({ department }, input)).items.length;
  expect((await listEventsFor("strangers", input)).items).toHaveLength(1);
  expect([await titles(null), await titles("Sales"), await titles("Board")]).toEqual([2, 2, 3]);
});

test("search engines are told of public events alone", async () => {
  const slugs = (await listPublicAddresses()).map(({ slug }) => slug);
  expect(slugs).toContain(events.public?.slug);
  for (const hidden of ["unlisted", "signed_in", "departments"]) expect(slugs).not.toContain(events[hidden]?.slug);
});

test("nobody registers for an event that they may not see, and its page goes on for whoever is registered", async () => {
  const { signed_in: forPeople, departments: forBoard } = events;
  if (!forPeople || !forBoard || !actors.other || !actors.member) throw new Error("the stage is not set");
  await expect(registerGuest(forPeople.id, "stranger")).rejects.toMatchObject({ code: "not_found" });
  await expect(registerActor(actors.other, forBoard.id)).rejects.toMatchObject({ code: "not_found" });
  expect((await registerActor(actors.other, forPeople.id)).status).toBe("confirmed");
  expect((await registerActor(actors.member, forBoard.id)).status).toBe("confirmed");
  await expect(registerGuest(events.unlisted?.id ?? "", "friend")).resolves.toMatchObject({ outcome: "registered" });
});
