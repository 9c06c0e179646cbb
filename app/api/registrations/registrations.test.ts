import { describe, expect, it } from "vitest";
import { issueAccessToken } from "@/lib/access/access-token";
import type { Person } from "@/lib/access/actor";
import { requirePerson } from "@/lib/access/scopes";
import { updateProfile } from "@/lib/access/update-profile";
import { newId } from "@/lib/platform/id";
import { makeDoorStaff } from "@/lib/testing/make-door-staff";
import { makeDraft, makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { faultsOf, tallyOf } from "@/lib/testing/registrations";
import { DELETE, GET as getOne } from "./[id]/route";
import { GET, POST } from "./route";

type Call = { body?: unknown; headers?: Record<string, string>; id?: string };

async function call(handler: typeof POST, person: Person | null, path: string, { body, headers, id }: Call = {}) {
  const all = new Headers({ "Content-Type": "application/json", ...headers });
  if (person) all.set("Authorization", `Bearer ${await issueAccessToken(person)}`);
  const init = body === undefined ? { headers: all } : { method: "POST", headers: all, body: JSON.stringify(body) };
  const answer = await handler(new Request(`http://localhost:3000${path}`, init), id ? { params: { id } } : {});
  return { status: answer.status, body: await answer.json() };
}

const path = "/api/registrations";
const post = (person: Person | null, body: unknown, headers = {}) => call(POST, person, path, { body, headers });
const list = (person: Person | null, query = "") => call(GET, person, `${path}${query}`);
const one = (handler: typeof getOne, person: Person | null, id: string) =>
  call(handler, person, `${path}/${id}`, { id });

const organizer = await makePerson({ role: "organizer", name: "Olga" });
const eventOf = (given = {}) => makePublishedEvent(organizer, given);
const guest = (eventId: string, mailbox: string) => ({ eventId, name: "Grace", email: `${mailbox}@example.org` });

describe("POST", () => {
  it("registers a person: 201, and 200 with the standing registration", async () => {
    const { id: eventId } = await eventOf({ capacity: 1 });
    const person = await makePerson();
    const first = await post(person, { eventId });
    expect(first).toMatchObject({
      status: 201,
      body: {
        eventId,
        status: "confirmed",
        waitlistPosition: null,
        ticket: { url: expect.stringContaining("/tickets/") },
      },
    });
    expect(first.body.registeredAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(await post(person, { eventId })).toEqual({ status: 200, body: first.body });
    expect(await post(null, guest(eventId, "second"))).toMatchObject({
      status: 201,
      body: { status: "waitlisted", waitlistPosition: 1, ticket: null },
    });
  });

  it("answers with what the ticket shows: the name and the reference as they are stored", async () => {
    const { id: eventId } = await eventOf();
    const person = await makePerson({ name: "Noor" });
    const { body: made } = await post(person, { eventId });
    expect(made).toMatchObject({ name: "Noor", reference: expect.stringMatching(/^[0-9A-Z]{8}$/) });
    const { body: stored } = await one(getOne, person, made.id);
    expect([stored.name, stored.reference]).toEqual([made.name, made.reference]);
    await one(DELETE, person, made.id);
    await updateProfile(requirePerson(person), { name: "Noor Ali" });
    const { body: again } = await post(person, { eventId });
    expect([again.name, again.reference]).toEqual(["Noor Ali", made.reference]);
    const { body: byGuest } = await post(null, guest(eventId, "shown"));
    expect(byGuest).toMatchObject({ name: "Grace", reference: expect.stringMatching(/^[0-9A-Z]{8}$/) });
  });

  it("tells a guest who is registered already nothing more", async () => {
    const { id: eventId } = await eventOf();
    expect(await post(null, guest(eventId, "grace"))).toMatchObject({
      status: 201,
      body: { ticket: { url: /tickets/ } },
    });
    const again = { status: 200, body: { eventId, status: "already_registered", ticket: null } };
    expect(await post(null, guest(eventId, "GRACE"))).toEqual(again);
  });

  it("refuses with the codes of the contract", async () => {
    const full = await eventOf({ capacity: 1, waitlistEnabled: false });
    await post(null, guest(full.id, "quick"));
    expect(await post(null, guest(full.id, "slow"))).toMatchObject({ status: 409, body: { code: "event_full" } });
    const closed = await eventOf({ registrationClosesAt: new Date(Date.now() - 1000).toISOString() });
    expect(await post(null, guest(closed.id, "late"))).toMatchObject({
      ...{ status: 409, body: { code: "registration_closed" } },
    });
    expect(await post(null, guest(newId(), "lost"))).toMatchObject({ status: 404, body: { code: "not_found" } });
    const bad = { eventId: full.id, name: "two\nlines", email: "a@b.example, c@d.example" };
    expect(await post(null, bad)).toMatchObject({
      status: 422,
      body: { code: "invalid_input", errors: [{ path: "name" }, { path: "email" }] },
    });
    expect(await post(null, { eventId: full.id })).toMatchObject({ status: 422 });
  });
});

describe("what is wrong", () => {
  const question = { label: "Diet?", kind: "text" as const, required: true };
  const pathsOf = async (body: object) => {
    const { status, body: problem } = await post(null, body);
    return [status, ...problem.errors.map(({ path }: { path: string }) => path)];
  };

  it("is told all at once: a guest's own fields, and the event's questions", async () => {
    const { id: eventId } = await eventOf({ questions: [{ id: "diet", ...question }] });
    const all = [422, "name", "email", "answers.diet"];
    expect(await pathsOf({ eventId })).toEqual(all);
    expect(await pathsOf({ eventId, name: "", email: "nobody", "answers.diet": "" })).toEqual(all);
    expect(await pathsOf({ eventId, email: "nobody" })).toEqual([422, "email", "name", "answers.diet"]);
    expect(await pathsOf({ eventId, name: "Grace", answers: { diet: "None" } })).toEqual([422, "email"]);
    expect(await pathsOf(guest(eventId, "undecided"))).toEqual([422, "answers.diet"]);
  });

  it("says nothing of an event that the caller may not know", async () => {
    const { id: eventId } = await makeDraft(organizer, { questions: [{ id: "diet", ...question }] });
    expect(await post(null, { eventId, name: "", email: "" })).toMatchObject({ status: 404 });
  });
});

describe("an Idempotency-Key", () => {
  const withKey = (key: string) => ({ "Idempotency-Key": key });

  it("gets the first answer again, byte for byte, also when it came twice at once or the event has filled up", async () => {
    const { id: eventId } = await eventOf({ capacity: 1, waitlistEnabled: false });
    const key = withKey(newId());
    const [first, twin] = await Promise.all([1, 2].map(() => post(null, guest(eventId, "keyed"), key)));
    expect(first?.status).toBe(201);
    expect(JSON.stringify(twin)).toBe(JSON.stringify(first));
    expect(await post(null, guest(eventId, "keyed"), key)).toEqual(first);
    expect((await tallyOf(eventId)).rows).toEqual({ confirmed: 1, waitlisted: 0 });
  });

  it("gets the first answer again, whatever the person is called by now", async () => {
    const { id: eventId } = await eventOf();
    const person = await makePerson({ name: "Noor" });
    const key = withKey(newId());
    const first = await post(person, { eventId }, key);
    await updateProfile(requirePerson(person), { name: "Noor Ali" });
    expect(JSON.stringify(await post(person, { eventId }, key))).toBe(JSON.stringify(first));
  });

  it("keeps a refusal, too", async () => {
    const { id: eventId } = await eventOf({ capacity: 1, waitlistEnabled: false });
    const person = await makePerson();
    const { body } = await post(person, { eventId });
    const key = withKey(newId());
    expect(await post(null, guest(eventId, "keen"), key)).toMatchObject({ status: 409 });
    await one(DELETE, person, body.id);
    expect(await post(null, guest(eventId, "keen"), key)).toMatchObject({ status: 409, body: { code: "event_full" } });
    expect(await post(null, guest(eventId, "keen"))).toMatchObject({ status: 201 });
  });

  it("is bound to caller and body, and must be visible ASCII", async () => {
    const [{ id: eventId }, other] = [await eventOf(), await eventOf()];
    const [person, someoneElse] = [await makePerson(), await makePerson()];
    const key = withKey("one and the same".replaceAll(" ", "-"));
    const { body } = await post(person, { eventId }, key);
    expect(await post(person, { eventId: other.id }, key)).toMatchObject({
      ...{ status: 409, body: { code: "idempotency_mismatch" } },
    });
    // Sent at once, either may be the first.
    const answers = await Promise.all([eventId, other.id].map((id) => post(someoneElse, { eventId: id }, key)));
    const [again, mismatch] = answers.sort((left, right) => left.status - right.status);
    expect(again).toMatchObject({ status: 201 });
    expect(again?.body.id).not.toBe(body.id);
    expect(mismatch).toMatchObject({ status: 409, body: { code: "idempotency_mismatch" } });
    for (const bad of ["", "two words", "é", "x".repeat(256)])
      expect(await post(person, { eventId }, withKey(bad))).toMatchObject({ status: 422 });
  });
});

describe("GET and DELETE", () => {
  it("serve the person, and the event's organizer", async () => {
    const { id: eventId } = await eventOf();
    const person = await makePerson({ name: "Noor", department: "Physics" });
    const { body: made } = await post(person, { eventId });
    expect(await list(person)).toMatchObject({ status: 200, body: { items: [{ id: made.id }], nextCursor: null } });
    const own = await one(getOne, person, made.id);
    expect(own).toMatchObject({ status: 200, body: { id: made.id, ticket: made.ticket, event: { id: eventId } } });
    const seen = await one(getOne, organizer, made.id);
    expect(seen).toMatchObject({ status: 200, body: { id: made.id, email: person.email } });
    expect(JSON.stringify(seen.body)).not.toContain(made.ticket.code);
    for (const _ of [1, 2])
      expect(await one(DELETE, organizer, made.id)).toEqual({
        status: 200,
        body: { id: made.id, status: "cancelled" },
      });
    expect(await post(person, { eventId })).toMatchObject({ status: 201, body: { id: made.id, status: "confirmed" } });
    expect(await one(DELETE, person, made.id)).toMatchObject({ status: 200 });
    expect(await faultsOf(eventId)).toEqual([]);
  });

  it("list the guests for organizers, and without addresses for door staff", async () => {
    const { id: eventId } = await eventOf();
    await post(null, guest(eventId, "listed"));
    const staff = await makeDoorStaff(eventId);
    const query = `?eventId=${eventId}&status=confirmed&q=grace&checkedIn=false&department=`;
    expect((await list(organizer, query)).body.items).toMatchObject([{ name: "Grace", email: "listed@example.org" }]);
    const forStaff = await list(staff, query);
    expect(forStaff.body.items).toMatchObject([{ name: "Grace", status: "confirmed", checkedInAt: null }]);
    expect(JSON.stringify(forStaff.body)).not.toContain("example.org");
    expect(await list(organizer, `?eventId=${eventId}&limit=500`)).toMatchObject({ status: 422 });
  });

  it("do not exist for strangers, and ask the unknown to sign in", async () => {
    const { id: eventId } = await eventOf();
    const { body } = await post(await makePerson(), { eventId });
    const stranger = await makePerson({ role: "organizer" });
    const staff = await makeDoorStaff(eventId);
    expect(await list(stranger, `?eventId=${eventId}`)).toMatchObject({ status: 404 });
    for (const handler of [getOne, DELETE]) {
      for (const id of [body.id, newId(), "no-id"]) {
        expect(await one(handler, stranger, id)).toMatchObject({ status: 404, body: { code: "not_found" } });
        expect(await one(handler, null, id)).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
      }
      expect(await one(handler, staff, body.id)).toMatchObject({ status: 404 });
    }
    expect(await list(null)).toMatchObject({ status: 401 });
    expect((await tallyOf(eventId)).rows.confirmed).toBe(1);
  });
});
