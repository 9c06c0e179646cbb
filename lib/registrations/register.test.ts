import { eq, sql as statement } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db, sql } from "@/db/client";
import { events } from "@/db/schema/events";
import { registrations } from "@/db/schema/registrations";
import { users } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { anonymous } from "@/lib/access/actor";
import { requireOwnRegistration } from "@/lib/access/scopes";
import { setClock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import {
  faultsOf,
  messagesAbout,
  registerActor,
  registerGuest,
  registerGuests,
  standingOf,
  tallyOf,
} from "@/lib/testing/registrations";
import { isTicketCodeOf, parseTicketCode, signingPublicKey } from "@/lib/tickets/ticket-code";
import { cancelRegistration } from "./cancel-registration";
import { decideGroup } from "./decide-group";
import type { RegistrationRequest } from "./decision";
import { registerInput } from "./input";
import { register } from "./register";

const organizer = await makePerson({ role: "organizer", name: "Olga" });
const eventOf = (given = {}) => makePublishedEvent(organizer, given);

afterEach(() => setClock(null));

async function rowOf(id: string) {
  const [row] = await db().select().from(registrations).where(eq(registrations.id, id));
  return row;
}

/** A guest's request as groups are made of. */
function asks(eventId: string, mailbox: string): RegistrationRequest {
  const nothingMore = {
    department: undefined,
    answers: {},
    guests: [],
    invitation: undefined,
    isAdded: false,
    claim: null,
  };
  return { eventId, who: { name: mailbox, email: `${mailbox}@example.org` }, ...nothingMore };
}

describe("a signed-in person", () => {
  it("gets a seat with a ticket, under the name and department of their account", async () => {
    const { id: eventId } = await eventOf({ capacity: 1 });
    const person = await makePerson({ name: "Zoë Müller", department: "Physics" });
    const outcome = await register(person, registerInput.parse({ eventId }));
    expect(outcome).toMatchObject({
      outcome: "registered",
      registration: { eventId, status: "confirmed", waitlistPosition: null },
    });
    const { id, ticket, pageUrl } = standingOf(outcome);
    expect(isTicketCodeOf(ticket?.code ?? "", { eventId, ...parsedTicketOf(ticket?.code) }, [signingPublicKey()])).toBe(
      true,
    );
    expect(ticket?.url).toBe(pageUrl);
    expect(await rowOf(id)).toMatchObject({ name: "Zoë Müller", department: "Physics", userId: person.userId });
    expect((await rowOf(id))?.searchText).toContain("zoe muller");
    expect(await messagesAbout(id)).toEqual(["registration_confirmed"]);
  });

  it("gets the standing registration when asking again, and no second message", async () => {
    const { id: eventId } = await eventOf();
    const person = await makePerson();
    const first = await registerActor(person, eventId);
    const again = await register(person, registerInput.parse({ eventId, department: "Other" }));
    expect(again).toEqual({ outcome: "already_registered", registration: first });
    expect(await messagesAbout(first.id)).toEqual(["registration_confirmed"]);
  });

  it("is refused when the account no longer exists", async () => {
    const { id: eventId } = await eventOf();
    const ghost = { ...(await makePerson()), userId: newId() };
    await expect(register(ghost, registerInput.parse({ eventId }))).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("a guest", () => {
  it("needs a name and an address", async () => {
    const { id: eventId } = await eventOf();
    await expect(register(anonymous, registerInput.parse({ eventId }))).rejects.toMatchObject({
      code: "invalid_input",
      errors: [{ path: "name" }, { path: "email" }],
    });
  });

  it("becomes a user once, whatever the case of the address, and keeps the name given each time", async () => {
    const [first, second] = [await eventOf(), await eventOf()];
    await registerGuest(first.id, "Mila", { name: "Mila", department: "Chemistry" });
    const { id } = standingOf(await registerGuest(second.id, "mILA", { name: "Mila B." }));
    const stored = await db().select().from(users).where(eq(users.email, "mila@example.org"));
    expect(stored).toMatchObject([{ name: "Mila", department: "Chemistry" }]);
    expect(await rowOf(id)).toMatchObject({ name: "Mila B.", department: null, userId: stored[0]?.id });
  });

  it("learns nothing of a registration that stands; the ticket goes to the address again, once in ten minutes", async () => {
    const { id: eventId } = await eventOf({ capacity: 1 });
    const person = await makePerson({ email: "known@example.org" });
    const { id } = await registerActor(person, eventId);
    for (const name of ["Someone", "Someone else"]) {
      const outcome = await registerGuest(eventId, "known", { name });
      expect(outcome).toEqual({ outcome: "already_registered_guest", eventId });
    }
    expect(await messagesAbout(id)).toEqual(["registration_confirmed", "ticket_resent"]);
    expect(await rowOf(id)).toMatchObject({ name: "Ada Lovelace" });
    setClock(new Date(Date.now() + 11 * 60 * 1000));
    await registerGuest(eventId, "known");
    expect(await messagesAbout(id)).toEqual(["registration_confirmed", "ticket_resent", "ticket_resent"]);
  });

  it("keeps emoji, right-to-left and composed names as they are", async () => {
    const { id: eventId } = await eventOf();
    for (const [nth, name] of ["🧑‍🚀 Ana", "محمد العربي", "Zoe\u0308"].entries()) {
      const { id } = standingOf(await registerGuest(eventId, `named${nth}`, { name: `  ${name} ` }));
      expect((await rowOf(id))?.name).toBe(name.normalize("NFC"));
    }
  });

  it("can't have too many tries with one address", async () => {
    const { id: eventId } = await eventOf();
    const tries = Array.from({ length: 11 }, () => registerGuest(eventId, "eager"));
    const settled = await Promise.allSettled(tries);
    expect(settled.filter(({ status }) => status === "rejected")).toMatchObject([{ reason: { code: "rate_limited" } }]);
  });
});

describe("seats and the line", () => {
  it("fills the seats in order of arrival, then the line from 1", async () => {
    const { id: eventId } = await eventOf({ capacity: 3 });
    const outcomes = (await registerGuests(eventId, 6, "ordered")).map(standingOf);
    expect(outcomes.map(({ status, waitlistPosition }) => [status, waitlistPosition])).toEqual([
      ["confirmed", null],
      ["confirmed", null],
      ["confirmed", null],
      ["waitlisted", 1],
      ["waitlisted", 2],
      ["waitlisted", 3],
    ]);
    const tally = await tallyOf(eventId);
    expect(tally.line).toEqual(outcomes.slice(3).map(({ id }) => id));
    expect(outcomes[3]?.ticket).toBeNull();
    expect(await messagesAbout(outcomes[3]?.id ?? "")).toEqual(["registration_waitlisted"]);
    expect(await faultsOf(eventId)).toEqual([]);
  });

  it("refuses a full event without a line, even while another transaction holds its lock", async () => {
    const { id: eventId } = await eventOf({ capacity: 1, waitlistEnabled: false });
    const person = await makePerson();
    const standing = await registerActor(person, eventId);
    await sql().begin(async (tx) => {
      await tx`select id from events where id = ${eventId} for update`;
      expect(await registerGuest(eventId, "late")).toEqual({ outcome: "event_full" });
      expect(await register(person, registerInput.parse({ eventId }))).toEqual({
        outcome: "already_registered",
        registration: standing,
      });
    });
    expect(await db().$count(users, eq(users.email, "late@example.org"))).toBe(0);
  });

  it("leaves no user behind for those in one group who got nothing", async () => {
    const { id: eventId } = await eventOf({ capacity: 2, waitlistEnabled: false });
    const outcomes = await registerGuests(eventId, 5, "crowd");
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      ...["registered", "registered"],
      ...["event_full", "event_full", "event_full"],
    ]);
    expect(await db().$count(users, eq(users.email, "crowd4@example.org"))).toBe(0);
  });

  it("gives no seat to a newcomer while somebody waits", async () => {
    const { id: eventId } = await eventOf({ capacity: 1 });
    await registerGuests(eventId, 2, "waiting");
    // A free seat beside a line can't come about by the product's own verbs.
    await db().update(events).set({ capacity: 2 }).where(eq(events.id, eventId));
    expect(standingOf(await registerGuest(eventId, "newcomer"))).toMatchObject({ waitlistPosition: 2 });
  });

  it("has no limit without a capacity", async () => {
    const { id: eventId } = await eventOf();
    const outcomes = await registerGuests(eventId, 40, "many");
    expect(outcomes.every((outcome) => standingOf(outcome).status === "confirmed")).toBe(true);
    expect(await faultsOf(eventId)).toEqual([]);
  });

  it("decides several events in one group", async () => {
    const all = [await eventOf({ capacity: 1 }), await eventOf({ capacity: 2 }), await eventOf()];
    const asked = [0, 1, 2].flatMap((guest) => all.map(({ id }) => registerGuest(id, `tourist${guest}`)));
    await Promise.all(asked);
    expect(await Promise.all(all.map(async ({ id }) => (await tallyOf(id)).rows))).toEqual([
      { confirmed: 1, waitlisted: 2 },
      { confirmed: 2, waitlisted: 1 },
      { confirmed: 3, waitlisted: 0 },
    ]);
  });

  it("makes one registration of a double submit", async () => {
    const { id: eventId } = await eventOf({ capacity: 5 });
    const outcomes = await Promise.all([1, 2, 3].map(() => registerGuest(eventId, "doubled")));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      ...["registered", "already_registered_guest", "already_registered_guest"],
    ]);
    expect((await tallyOf(eventId)).rows).toEqual({ confirmed: 1, waitlisted: 0 });
  });

  it("takes a new address that comes twice in one group for one person, without failing the group", async () => {
    const [one, two] = [await eventOf({ capacity: 5 }), await eventOf({ capacity: 5 })];
    const group = [asks(one.id, "twin"), asks(one.id, "other"), asks(two.id, "twin"), asks(one.id, "twin")];
    const decisions = await inTransaction(undefined, (tx) => decideGroup(tx, group, true));
    expect(decisions).toMatchObject([
      ...[{ outcome: "registered" }, { outcome: "registered" }, { outcome: "registered" }],
      { outcome: "already_registered_guest" },
    ]);
    expect((await tallyOf(one.id)).rows).toEqual({ confirmed: 2, waitlisted: 0 });
    expect(await db().$count(users, eq(users.email, "twin@example.org"))).toBe(1);
  });

  it("reads no table from end to end, however few there were when its plan was made", async () => {
    const { id: eventId } = await eventOf();
    await registerGuests(eventId, 3, "early");
    const group = ["early-1", "late-1", "late-2"].map((mailbox) => asks(eventId, mailbox));
    // What the connection has not yet reported of its former transactions is counted too.
    const read = await inTransaction(undefined, async (tx) => {
      const before = await rowsReadInScans(tx);
      await decideGroup(tx, group, true);
      return { before, after: await rowsReadInScans(tx) };
    });
    expect(read.after.map(({ table }) => table)).toEqual(["registrations", "users"]);
    expect(read.after).toEqual(read.before);
  });

  it("revives a cancelled registration at the end of the line", async () => {
    const { id: eventId } = await eventOf({ capacity: 1 });
    const person = await makePerson();
    const first = await registerActor(person, eventId);
    await registerGuests(eventId, 2, "next");
    await cancelRegistration(await requireOwnRegistration(person, first.id));
    setClock(new Date(Date.now() + 60_000));
    const again = await registerActor(person, eventId);
    expect(again).toMatchObject({ id: first.id, status: "waitlisted", waitlistPosition: 2 });
    expect(again.registeredAt.getTime()).toBeGreaterThan(first.registeredAt.getTime());
    expect(await rowOf(first.id)).toMatchObject({ revision: 2, cancelledAt: null, cancelledBy: null });
    expect(await messagesAbout(first.id)).toEqual([
      ...["registration_confirmed", "registration_cancelled", "registration_waitlisted"],
    ]);
    expect(await faultsOf(eventId)).toEqual([]);
  });
});

/**
 * How many rows scans of whole tables have read on this connection, as far as it has not reported
 * them.
 */
async function rowsReadInScans(tx: Transaction): Promise<{ table: string; rows: string }[]> {
  const rows = await tx.execute<{ table: string; rows: string }>(statement`
    select relname as table, seq_tup_read as rows from pg_stat_xact_user_tables
    where relname in ('users', 'registrations') order by relname`);
  return [...rows];
}

function parsedTicketOf(code = "") {
  return parseTicketCode(code) ?? { ticketId: "" };
}
