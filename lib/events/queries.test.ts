import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { type Actor, anonymous, type Person } from "@/lib/access/actor";
import { addMember } from "@/lib/access/members";
import { requireOrganizer, requirePerson } from "@/lib/access/scopes";
import { makeDraft, makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { cancelEvent } from "./cancel-event";
import { listEventsInput, listManagedEventsInput } from "./input";
import { findEventBySlug, getEvent, listEvents, listManagedEvents, listPublicAddresses } from "./queries";

let organizer: Person;
let helper: Person;
let staff: Person;
let stranger: Person;
const ids = { draft: "", open: "", live: "", past: "", cancelled: "" };

const titlesFor = async (actor: Actor, query: Record<string, string> = {}) =>
  (await listEvents(actor, listEventsInput.parse(query))).items.map(({ title }) => title);

beforeAll(async () => {
  [organizer, stranger] = await Promise.all([makePerson({ role: "organizer" }), makePerson({ role: "organizer" })]);
  [helper, staff] = await Promise.all([makePerson(), makePerson()]);
  ids.draft = (await makeDraft(organizer, { title: "Draft", startsInHours: 10 })).id;
  ids.open = (await makePublishedEvent(organizer, { title: "Été à Łódź", startsInHours: 20, category: "social" })).id;
  ids.live = (await makePublishedEvent(organizer, { title: "Live 100%", startsInHours: -1, venue: "Hall_2" })).id;
  ids.past = (await makePublishedEvent(organizer, { title: "Past", startsInHours: 30 })).id;
  await db()
    .update(events)
    .set({ status: "completed", startsAt: new Date("2024-05-01T10:00:00Z"), endsAt: new Date("2024-05-01T12:00:00Z") })
    .where(eq(events.id, ids.past));
  ids.cancelled = (await makePublishedEvent(organizer, { title: "Cancelled", startsInHours: 40 })).id;
  await cancelEvent(await requireOrganizer(organizer, ids.cancelled), {});
  const scope = await requireOrganizer(organizer, ids.draft);
  await addMember(scope, { email: helper.email, role: "organizer" });
  await addMember(scope, { email: staff.email, role: "door_staff" });
});

describe("listEvents", () => {
  test("shows published and past events to everybody, drafts to those who run them", async () => {
    expect(await titlesFor(anonymous)).toEqual(["Past", "Live 100%", "Été à Łódź"]);
    expect(await titlesFor(stranger)).toEqual(["Past", "Live 100%", "Été à Łódź"]);
    expect(await titlesFor(organizer)).toEqual(["Past", "Live 100%", "Draft", "Été à Łódź"]);
    expect(await titlesFor(helper, { status: "draft" })).toEqual(["Draft"]);
    expect(await titlesFor(await makePerson({ role: "admin" }), { status: "draft" })).toEqual(["Draft"]);
    for (const actor of [anonymous, staff, stranger]) expect(await titlesFor(actor, { status: "draft" })).toEqual([]);
  });

  test.each([
    [{ status: "cancelled" }, ["Cancelled"]],
    [{ status: "published" }, ["Live 100%", "Été à Łódź"]],
    [{ category: "social" }, ["Été à Łódź"]],
    [{ when: "upcoming" }, ["Live 100%", "Été à Łódź"]],
    [{ when: "past" }, ["Past"]],
    [{ q: "ete LODZ" }, ["Été à Łódź"]],
    [{ q: "hall_2" }, ["Live 100%"]],
    [{ q: "0%" }, ["Live 100%"]],
    [{ q: "%" }, ["Live 100%"]],
    [{ q: "nothing like it" }, []],
    [{ to: "2024-06-01T00:00:00Z" }, ["Past"]],
    [{ from: "2024-06-01T00:00:00Z", status: "completed" }, []],
  ])("filters by %o", async (query, titles) => {
    expect(await titlesFor(anonymous, query)).toEqual(titles);
  });

  test("filters by organizer", async () => {
    expect(await titlesFor(anonymous, { organizerId: stranger.userId })).toEqual([]);
    expect(await titlesFor(anonymous, { organizerId: organizer.userId })).toHaveLength(3);
  });

  test("pages by cursor, each event once, and takes no cursor of another list", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listEvents(organizer, listEventsInput.parse({ limit: "1", cursor }));
      seen.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(["Past", "Live 100%", "Draft", "Été à Łódź"]);
    const { nextCursor } = await listEvents(organizer, listEventsInput.parse({ limit: "1" }));
    const foreign = listEventsInput.parse({ when: "past", cursor: nextCursor });
    await expect(listEvents(organizer, foreign)).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("getEvent", () => {
  test("shows a draft to its team only", async () => {
    for (const actor of [organizer, helper, staff])
      expect(await getEvent(actor, ids.draft)).toMatchObject({ title: "Draft", organizer: { id: organizer.userId } });
    for (const actor of [anonymous, stranger])
      await expect(getEvent(actor, ids.draft)).rejects.toMatchObject({ code: "not_found" });
  });

  test("shows a cancelled event that was public, by its address too", async () => {
    const event = await getEvent(anonymous, ids.cancelled);
    expect(await findEventBySlug(anonymous, event.slug)).toEqual(event);
    expect(await findEventBySlug(anonymous, "no-such-event")).toBeNull();
    expect(await findEventBySlug(stranger, "draft")).toBeNull();
  });
});

describe("listPublicAddresses", () => {
  test("names what anybody may see, latest start first, and a newly published event at once", async () => {
    const slugs = async () => (await listPublicAddresses()).map(({ slug }) => slug);
    const shown = await slugs();
    expect(shown).toEqual(await Promise.all([ids.open, ids.live, ids.past].map(slugOf)));
    const { id } = await makePublishedEvent(organizer, { title: "Later", startsInHours: 50 });
    expect(await slugs()).toEqual([await slugOf(id), ...shown]);
    await db().delete(events).where(eq(events.id, id));
  });

  async function slugOf(id: string): Promise<string> {
    return (await getEvent(organizer, id)).slug;
  }
});

describe("listManagedEvents", () => {
  const viewOf = async (person: Person, view: string) =>
    (await listManagedEvents(requirePerson(person), listManagedEventsInput.parse({ view }))).items.map(
      ({ title, myRole }) => [title, myRole],
    );

  test("parts one's own events by when they are", async () => {
    expect(await viewOf(organizer, "live")).toEqual([["Live 100%", "owner"]]);
    expect(await viewOf(organizer, "next")).toEqual([["Été à Łódź", "owner"]]);
    expect(await viewOf(organizer, "drafts")).toEqual([["Draft", "owner"]]);
    expect(await viewOf(organizer, "past")).toEqual([["Past", "owner"]]);
    expect(await viewOf(organizer, "cancelled")).toEqual([["Cancelled", "owner"]]);
  });

  test("names the role of those who help, and shows strangers nothing", async () => {
    expect(await viewOf(helper, "drafts")).toEqual([["Draft", "organizer"]]);
    expect(await viewOf(staff, "drafts")).toEqual([["Draft", "door_staff"]]);
    expect(await viewOf(stranger, "drafts")).toEqual([]);
    expect(await viewOf(await makePerson({ role: "admin" }), "drafts")).toEqual([["Draft", "admin"]]);
  });
});
