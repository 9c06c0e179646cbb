import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db, sql } from "@/db/client";
import { undeliverableAddresses } from "@/db/schema/mail";
import { registrations } from "@/db/schema/registrations";
import { anonymous } from "@/lib/access/actor";
import { requireDoor, requireOrganizer, requireOwnRegistration, requirePerson } from "@/lib/access/scopes";
import { mostRowsLookedAt } from "@/lib/testing/explain-queries";
import { makeDoorStaff } from "@/lib/testing/make-door-staff";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { registerActor, registerGuest, registerGuests, standingOf } from "@/lib/testing/registrations";
import { cancelRegistration } from "./cancel-registration";
import { listRegistrationsInput } from "./input";
import { countRegistrations, findOwnRegistration, getGuest, listOwnRegistrations, listRegistrations } from "./queries";

const organizer = await makePerson({ role: "organizer", name: "Olga" });

const filtersOf = (given = {}) => listRegistrationsInput.parse(given);

async function guestList() {
  const { id: eventId } = await makePublishedEvent(organizer, { capacity: 3 });
  const ids: string[] = [];
  for (const [mailbox, name, department] of [
    ["zoe", "Zoë Müller", "Physics"],
    ["lukasz", "Łukasz Nowak", "Chemistry"],
    ["ana", "Ana Šimić", "Physics"],
    ["omar", "عمر", undefined],
    ["kim", "Kim Lee", "Physics"],
  ]) {
    const outcome = await registerGuest(eventId, mailbox ?? "", { name, department });
    ids.push(standingOf(outcome).id);
  }
  const staff = await makeDoorStaff(eventId);
  return {
    eventId,
    ids,
    organizing: await requireOrganizer(organizer, eventId),
    door: await requireDoor(staff, eventId),
  };
}

describe("the guest list", async () => {
  const { eventId, ids, organizing, door } = await guestList();
  const namesOf = async (given: object, scope: typeof organizing | typeof door = organizing) =>
    (await listRegistrations(scope, filtersOf(given))).items.map(({ name }) => name);

  it("shows the latest first, and the line in its order", async () => {
    const { items, nextCursor } = await listRegistrations(organizing, filtersOf());
    expect(items.map(({ id }) => id)).toEqual(ids.toReversed());
    expect(nextCursor).toBeNull();
    expect(items[0]).toMatchObject({ email: "kim@example.org", status: "waitlisted", waitlistPosition: 2 });
    expect(await namesOf({ status: "waitlisted" })).toEqual(["عمر", "Kim Lee"]);
  });

  it("finds by name, address and reference, blind to accents and case", async () => {
    expect(await namesOf({ q: "muller ZOE" })).toEqual(["Zoë Müller"]);
    expect(await namesOf({ q: "lukasz@example" })).toEqual(["Łukasz Nowak"]);
    expect(await namesOf({ q: "عمر" })).toEqual(["عمر"]);
    const { reference } = await getGuest(organizing, { registrationId: ids[2] ?? "" });
    expect(await namesOf({ q: `${reference.slice(0, 4)}-${reference.slice(4).toLowerCase()}` })).toEqual(["Ana Šimić"]);
    expect(await namesOf({ q: "100%_" })).toEqual([]);
    expect(await namesOf({ department: "Physics", status: "confirmed" })).toEqual(["Ana Šimić", "Zoë Müller"]);
  });

  it("tells those who are in from those who are not", async () => {
    await db()
      .update(registrations)
      .set({ checkedInAt: new Date() })
      .where(eq(registrations.id, ids[0] ?? ""));
    expect(await namesOf({ checkedIn: "true" })).toEqual(["Zoë Müller"]);
    expect(await namesOf({ checkedIn: "false", status: "confirmed" })).toEqual(["Ana Šimić", "Łukasz Nowak"]);
    expect(await countRegistrations(organizing)).toEqual({
      ...{ all: 5, confirmed: 3, pending: 0, waitlisted: 2, cancelled: 0, checkedIn: 1 },
    });
  });

  it("has no addresses for door staff, not even to search in", async () => {
    const { items } = await listRegistrations(door, filtersOf());
    expect(JSON.stringify(items)).not.toContain("@");
    expect(await namesOf({ q: "example.org" }, door)).toEqual([]);
    expect(await namesOf({ q: "zoe" }, door)).toEqual(["Zoë Müller"]);
  });

  it("pages without gaps or repeats while others register, and refuses another list's cursor", async () => {
    const first = await listRegistrations(organizing, filtersOf({ limit: 2 }));
    await registerGuest(eventId, "meanwhile");
    const cursor = first.nextCursor ?? "";
    const second = await listRegistrations(organizing, filtersOf({ limit: 10, cursor }));
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.toReversed());
    const other = listRegistrations(organizing, filtersOf({ status: "confirmed", cursor }));
    await expect(other).rejects.toMatchObject({ code: "invalid_input", errors: [{ path: "cursor" }] });
  });
});

describe("one's own registrations", () => {
  it("are found by event and listed latest first, with the ticket of each", async () => {
    const person = await makePerson();
    const soon = await makePublishedEvent(organizer, { title: "Soon" });
    const full = await makePublishedEvent(organizer, { title: "Full", capacity: 1 });
    await registerGuests(full.id, 2, "faster");
    const { ticket } = await registerActor(person, soon.id);
    const waiting = await registerActor(person, full.id);
    const { items } = await listOwnRegistrations(requirePerson(person), { limit: 20 });
    expect(items).toMatchObject([
      { event: { title: "Full" }, status: "waitlisted", waitlistPosition: 2, ticket: null },
      { event: { title: "Soon" }, status: "confirmed", waitlistPosition: null, ticket },
    ]);
    expect(await findOwnRegistration(person, full.id)).toMatchObject({ id: waiting.id, pageUrl: waiting.pageUrl });
    await cancelRegistration(await requireOwnRegistration(person, waiting.id));
    expect(await findOwnRegistration(person, full.id)).toBeNull();
    expect(await findOwnRegistration(anonymous, full.id)).toBeNull();
    const past = await listOwnRegistrations(requirePerson(person), { when: "past", limit: 20 });
    expect(past.items).toEqual([]);
  });
});

describe("with 100,000 registrations", () => {
  let eventId = "";

  beforeAll(async () => {
    const { id } = await makePublishedEvent(organizer, {});
    eventId = id;
    await sql().begin(async (tx) => {
      await tx`set local statement_timeout = 0`;
      // Without a look at the foreign keys of each row.
      await tx`set local session_replication_role = replica`;
      await tx`
        insert into users (id, email, name)
        select uuidv7(), 'crowd' || n || '@example.org', 'Crowd ' || n from generate_series(1, 100000) n`;
      // A tenth of them at this event, of which some wait or have cancelled; the others at nine more.
      await tx`
        insert into events (id, slug, title, starts_at, ends_at, timezone, organizer_id)
        select uuidv7(), 'other-' || n, 'Other', now(), now() + interval '1 hour', 'UTC', ${organizer.userId}
        from generate_series(1, 9) n`;
      await tx`
        insert into registrations (event_id, id, user_id, name, department, status, waitlist_order, ticket_id, reference,
                                   search_text, registered_at)
        select e.id, uuidv7(), u.id, u.name, 'Department ' || u.n % 9,
          (case when u.n / 10 % 10 = 0 then 'waitlisted' when u.n / 10 % 10 = 1 then 'cancelled' else 'confirmed' end)::registration_status,
          case when u.n / 10 % 10 = 0 then u.n end, uuidv7(), upper(substr(md5(u.n::text), 1, 8)),
          lower(u.name) || ' ' || u.email, now() - u.n * interval '1 second'
        from (select *, substr(name, 7)::int as n from users where name like 'Crowd %') u
        join (
          select id, row_number() over (order by id = ${eventId} desc, id) - 1 as k from events where id = ${eventId} or slug like 'other-%'
        ) e on e.k = u.n % 10`;
    });
    // The triggers were off as well.
    await sql()`select recount_events(array_agg(id)) from events where id = ${eventId}`;
    await sql()`analyze`;
  }, 120_000);

  it("lists pages without looking at more than a page's worth", async () => {
    const organizing = await requireOrganizer(organizer, eventId);
    const deepCursor = async (given: object) => {
      let cursor: string | undefined;
      for (let page = 0; page < 5; page++)
        cursor = (await listRegistrations(organizing, filtersOf({ ...given, limit: 100, cursor }))).nextCursor ?? "";
      return cursor;
    };
    const countOfLine = /width_bucket\(waitlist_order/;
    for (const given of [{}, { status: "confirmed" }, { department: "Department 4" }, { checkedIn: "false" }])
      for (const cursor of [undefined, await deepCursor(given)]) {
        const list = () => listRegistrations(organizing, filtersOf({ ...given, cursor }));
        expect(await mostRowsLookedAt(list, countOfLine)).toBeLessThan(400);
        // What of the line stands before the page's last place is counted by its index.
        expect(await mostRowsLookedAt(list)).toBeLessThan(500);
      }
  });

  it("lists one's own through their index", async () => {
    const scope = requirePerson(await makePerson());
    await registerActor(scope, eventId);
    for (const when of ["upcoming", undefined] as const)
      expect(await mostRowsLookedAt(() => listOwnRegistrations(scope, { when, limit: 20 }))).toBeLessThan(20);
  });

  it("reads the line, positions and all, through the line's index", async () => {
    const organizing = await requireOrganizer(organizer, eventId);
    const cursor = (await listRegistrations(organizing, filtersOf({ status: "waitlisted", limit: 100 }))).nextCursor;
    expect(cursor).not.toBeNull();
    const given = { status: "waitlisted", cursor };
    expect(await mostRowsLookedAt(() => listRegistrations(organizing, filtersOf(given)))).toBeLessThan(1100);
    const { items } = await listRegistrations(organizing, filtersOf(given));
    expect(items.map(({ waitlistPosition }) => waitlistPosition)).toEqual(items.map((_, index) => index + 101));
  });

  it("searches within the one event, and counts without looking at its people", async () => {
    const organizing = await requireOrganizer(organizer, eventId);
    const search = () => listRegistrations(organizing, filtersOf({ q: "nobody has this name" }));
    expect(await mostRowsLookedAt(search)).toBeLessThan(10_100);
    expect(await mostRowsLookedAt(() => countRegistrations(organizing))).toBeLessThan(20);
    expect(await countRegistrations(organizing)).toMatchObject({ waitlisted: 1000, cancelled: 1000 });
    expect((await listRegistrations(organizing, filtersOf({ q: "crowd 99990" }))).items).toHaveLength(1);
  });
});

it("tells the organizer, not the door, whom mail does not reach", async () => {
  const { organizing, door } = await guestList();
  const [guest, other] = (await listRegistrations(organizing, filtersOf())).items;
  const known = { fault: "bounced" as const, detail: "550 no such box", at: new Date("2026-05-01T10:00Z") };
  await db()
    .insert(undeliverableAddresses)
    .values({ email: guest?.email ?? "", ...known });
  const ofGuest = { registrationId: guest?.id ?? "" };
  expect((await getGuest(organizing, ofGuest)).addressFault).toEqual(known);
  expect((await getGuest(organizing, { registrationId: other?.id ?? "" })).addressFault).toBeNull();
  expect((await getGuest(door, ofGuest)).addressFault).toBeUndefined();
});
