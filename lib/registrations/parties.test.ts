import { describe, expect, it } from "vitest";
import { requireAttendeeByToken, requireOrganizer } from "@/lib/access/scopes";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import {
  faultsOf,
  messagesAbout,
  registerGuest,
  registerGuests,
  standingOf,
  tallyOf,
} from "@/lib/testing/registrations";
import { cancelRegistration } from "./cancel-registration";
import { listParty } from "./list-party";
import { listRegistrations } from "./queries";
import type { StandingRegistration } from "./standing-registration";
import { undoCancellation } from "./undo-cancellation";

const organizer = await makePerson({ role: "organizer", name: "Olga" });
const eventOf = async (capacity: number | null, given = {}) =>
  (await makePublishedEvent(organizer, { capacity, guestsPerPerson: 3, ...given })).id;

async function come(eventId: string, mailbox: string, ...guests: string[]): Promise<StandingRegistration> {
  return standingOf(await registerGuest(eventId, mailbox, { guests: guests.map((name) => ({ name })) }));
}

const asPerson = ({ pageUrl }: { pageUrl: string }) => requireAttendeeByToken(pageUrl.split("/").at(-1) ?? "");

describe("a party", () => {
  it("gets a seat and a ticket for each, or a place in the line for each", async () => {
    const eventId = await eventOf(4);
    const first = await come(eventId, "lead", "Ann", "Ben");
    const party = await listParty(eventId, first.id);
    expect(party.map(({ name, status }) => [name, status])).toEqual([
      ["Ann", "confirmed"],
      ["Ben", "confirmed"],
    ]);
    expect(new Set([first.ticket?.code, ...party.map(({ ticket }) => ticket?.code)]).size).toBe(3);
    // One seat is left, and two come: they wait together, and whoever comes later waits behind them.
    const second = await come(eventId, "pair", "Cem");
    expect(second).toMatchObject({ status: "waitlisted", waitlistPosition: 1 });
    expect(await come(eventId, "single")).toMatchObject({ status: "waitlisted", waitlistPosition: 3 });
    expect((await tallyOf(eventId)).rows).toEqual({ confirmed: 3, waitlisted: 3 });
    expect(await messagesAbout(party[0]?.id ?? "")).toEqual([]);
    expect(await faultsOf(eventId)).toEqual([]);
  });

  it("moves up together, in its turn", async () => {
    const eventId = await eventOf(2, { guestsPerPerson: 1 });
    const seated = (await registerGuests(eventId, 2)).map(standingOf);
    const pair = await come(eventId, "pair", "Cem");
    const single = await come(eventId, "single");
    const scopes = await Promise.all(seated.map(asPerson));
    if (scopes[0]) await cancelRegistration(scopes[0]);
    // One free seat is too few for the pair, and the single does not overtake.
    expect((await tallyOf(eventId)).line).toHaveLength(3);
    if (scopes[1]) await cancelRegistration(scopes[1]);
    expect((await tallyOf(eventId)).line).toEqual([single.id]);
    expect((await listParty(eventId, pair.id)).map(({ status }) => status)).toEqual(["confirmed"]);
    expect(await messagesAbout(pair.id)).toEqual(["registration_waitlisted", "registration_promoted"]);
    expect(await faultsOf(eventId)).toEqual([]);
  });

  it("lets those behind it move when it leaves, or when fewer of it come", async () => {
    const eventId = await eventOf(3, { guestsPerPerson: 2 });
    await come(eventId, "seated");
    const three = await come(eventId, "three", "Ann", "Ben");
    const single = await come(eventId, "single");
    expect((await tallyOf(eventId)).rows).toEqual({ confirmed: 1, waitlisted: 4 });
    await cancelRegistration(await asPerson(three));
    expect((await tallyOf(eventId)).rows).toEqual({ confirmed: 2, waitlisted: 0 });
    expect(await messagesAbout(single.id)).toEqual(["registration_waitlisted", "registration_promoted"]);

    const pair = await come(eventId, "pair", "Cem");
    expect((await tallyOf(eventId)).line).toHaveLength(2);
    const [guest] = await listParty(eventId, pair.id);
    if (guest) await cancelRegistration(await asPerson(guest));
    expect((await tallyOf(eventId)).rows).toEqual({ confirmed: 3, waitlisted: 0 });
    expect(await faultsOf(eventId)).toEqual([]);
  });

  it("leaves with whoever brings it, and comes back with them", async () => {
    const eventId = await eventOf(10);
    const lead = await come(eventId, "lead", "Ann", "Ben");
    const scope = await asPerson(lead);
    const [ann] = await listParty(eventId, lead.id);
    if (ann) await cancelRegistration(await asPerson(ann));
    await cancelRegistration(scope);
    expect((await tallyOf(eventId)).counters).toEqual({ confirmed: 0, waitlisted: 0 });
    expect(await undoCancellation(scope)).toMatchObject({ status: "confirmed" });
    expect((await listParty(eventId, lead.id)).map(({ name }) => name)).toEqual(["Ben"]);
    expect(await faultsOf(eventId)).toEqual([]);
  });

  it("asks as one where the organizer approves", async () => {
    const eventId = await eventOf(2, { approval: "holds_seat", guestsPerPerson: 1 });
    const lead = await come(eventId, "lead", "Ann");
    expect(lead).toMatchObject({ status: "pending", ticket: null });
    expect((await tallyOf(eventId)).counters).toEqual({ confirmed: 2, waitlisted: 0 });
  });

  it("is refused where it is too big, and brings nobody to a registration that stands", async () => {
    const eventId = await eventOf(10);
    await expect(come(eventId, "crowd", "a", "b", "c", "d")).rejects.toMatchObject({
      code: "invalid_input",
      errors: [{ path: "guests", message: "One can bring at most 3 guests to this event." }],
    });
    await expect(come(await eventOf(10, { guestsPerPerson: 0 }), "pair", "a")).rejects.toMatchObject({
      code: "invalid_input",
    });
    await come(eventId, "alone");
    expect(await registerGuest(eventId, "alone", { guests: [{ name: "Late" }] })).toMatchObject({
      outcome: "already_registered_guest",
    });
    expect((await tallyOf(eventId)).rows).toEqual({ confirmed: 1, waitlisted: 0 });
  });

  it("is refused whole by an event without a line, and the single seat goes to who comes alone", async () => {
    const eventId = await eventOf(4, { waitlistEnabled: false });
    await registerGuests(eventId, 3);
    const [pair, single] = await Promise.all([
      registerGuest(eventId, "pair", { guests: [{ name: "Cem" }] }),
      registerGuest(eventId, "single"),
    ]);
    expect([pair.outcome, single.outcome]).toEqual(["event_full", "registered"]);
    expect(await faultsOf(eventId)).toEqual([]);
  });

  it("never takes more seats than there are, however many parties come at once", async () => {
    const eventId = await eventOf(20);
    const sizes = Array.from({ length: 60 }, (_, nth) => nth % 4);
    const came = await Promise.all(
      sizes.map((size, nth) => come(eventId, `lead${nth}`, ...Array.from({ length: size }, (_, of) => `g${of}`))),
    );
    const { rows, firstParty } = await tallyOf(eventId);
    expect(rows.confirmed).toBeGreaterThan(20 - firstParty);
    expect(rows.confirmed + rows.waitlisted).toBe(sizes.reduce((sum, size) => sum + size + 1, 0));
    for (const [nth, { id, status }] of came.entries()) {
      const party = await listParty(eventId, id);
      expect(party.map((guest) => guest.status)).toEqual(Array.from({ length: sizes[nth] ?? 0 }, () => status));
    }
    expect(await faultsOf(eventId)).toEqual([]);
  });
});

it("shows organizers who brings whom", async () => {
  const eventId = await eventOf(10);
  await come(eventId, "lead", "Ann");
  const { items } = await listRegistrations(await requireOrganizer(organizer, eventId), { limit: 20 } as never);
  expect(items.map(({ name, broughtBy, email }) => ({ name, broughtBy, email }))).toEqual([
    { name: "Ann", broughtBy: "Guest lead", email: undefined },
    { name: "Guest lead", broughtBy: null, email: "lead@example.org" },
  ]);
});
