import { describe, expect, it } from "vitest";
import { requireAttendeeByToken, requireOrganizer } from "@/lib/access/scopes";
import { updateEvent } from "@/lib/events/update-event";
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
import { approveRegistration } from "./approve-registration";
import { cancelRegistration, cancelRegistrationAsOrganizer } from "./cancel-registration";
import type { StandingRegistration } from "./standing-registration";
import { undoCancellation } from "./undo-cancellation";

const organizer = await makePerson({ role: "organizer", name: "Olga" });

async function eventOf(given: Record<string, unknown>) {
  const { id } = await makePublishedEvent(organizer, given);
  return { eventId: id, scope: await requireOrganizer(organizer, id) };
}

const ask = async (eventId: string, mailbox: string) => standingOf(await registerGuest(eventId, mailbox));
const asPerson = ({ pageUrl }: StandingRegistration) => requireAttendeeByToken(pageUrl.split("/").at(-1) ?? "");

describe("a request that holds a seat", () => {
  it("keeps others from the seat, has no ticket, and becomes a registration with one", async () => {
    const { eventId, scope } = await eventOf({ capacity: 1, approval: "holds_seat" });
    const first = await ask(eventId, "first");
    expect(first).toMatchObject({ status: "pending", ticket: null, waitlistPosition: null });
    expect(await ask(eventId, "second")).toMatchObject({ status: "waitlisted", waitlistPosition: 1 });
    expect(await approveRegistration(scope, { registrationId: first.id })).toEqual({
      id: first.id,
      status: "confirmed",
    });
    expect(await approveRegistration(scope, { registrationId: first.id })).toEqual({
      id: first.id,
      status: "confirmed",
    });
    expect(await messagesAbout(first.id)).toEqual(["registration_pending", "registration_confirmed"]);
    expect(await faultsOf(eventId)).toEqual([]);
  });

  it("passes the seat on when it is declined or taken back: the next in line then asks for it", async () => {
    const { eventId, scope } = await eventOf({ capacity: 1, approval: "holds_seat" });
    const [first, second, third] = [await ask(eventId, "a"), await ask(eventId, "b"), await ask(eventId, "c")];
    await cancelRegistrationAsOrganizer(scope, { registrationId: first.id });
    expect(await messagesAbout(first.id)).toEqual(["registration_pending", "registration_declined"]);
    expect(await messagesAbout(second.id)).toEqual(["registration_waitlisted", "registration_pending"]);
    await cancelRegistration(await asPerson(second));
    await approveRegistration(scope, { registrationId: third.id });
    expect((await tallyOf(eventId)).rows).toEqual({ confirmed: 1, waitlisted: 0 });
    await expect(approveRegistration(scope, { registrationId: first.id })).rejects.toMatchObject({ code: "conflict" });
    expect(await faultsOf(eventId)).toEqual([]);
  });

  it("is a request again after one took back one's own cancellation", async () => {
    const { eventId, scope } = await eventOf({ capacity: 2, approval: "holds_seat" });
    const asked = await ask(eventId, "wavering");
    await approveRegistration(scope, { registrationId: asked.id });
    const person = await asPerson(asked);
    await cancelRegistration(person);
    expect(await undoCancellation(person)).toMatchObject({ id: asked.id, status: "pending", ticket: null });
    expect(await faultsOf(eventId)).toEqual([]);
  });
});

describe("a request that holds no seat", () => {
  it("can always be made, and takes a seat only when it is granted: then the line, then nothing", async () => {
    const { eventId, scope } = await eventOf({ capacity: 1, approval: "holds_no_seat" });
    const asked = (await registerGuests(eventId, 4)).map(standingOf);
    expect(asked.map(({ status }) => status)).toEqual(["pending", "pending", "pending", "pending"]);
    expect((await tallyOf(eventId)).counters).toEqual({ confirmed: 0, waitlisted: 0 });
    const grant = (nth: number) => approveRegistration(scope, { registrationId: asked[nth]?.id ?? "" });
    expect(await grant(2)).toMatchObject({ status: "confirmed" });
    expect(await grant(0)).toMatchObject({ status: "waitlisted" });
    await updateEvent(scope, { waitlistEnabled: false });
    await expect(grant(1)).rejects.toMatchObject({ code: "event_full" });
    await updateEvent(scope, { capacity: 2 });
    expect((await tallyOf(eventId)).rows).toEqual({ confirmed: 2, waitlisted: 0 });
    expect(await faultsOf(eventId)).toEqual([]);
  });

  it("gives no more seats than there are when all are granted at once", async () => {
    const { eventId, scope } = await eventOf({ capacity: 5, approval: "holds_no_seat" });
    const asked = (await registerGuests(eventId, 30)).map(standingOf);
    await Promise.all(asked.map(({ id }) => approveRegistration(scope, { registrationId: id })));
    expect((await tallyOf(eventId)).rows).toEqual({ confirmed: 5, waitlisted: 25 });
    expect(await faultsOf(eventId)).toEqual([]);
  });
});

it("is not for an organizer of another event", async () => {
  const [mine, other] = [await eventOf({ approval: "holds_seat" }), await eventOf({})];
  const asked = await ask(mine.eventId, "asker");
  await expect(approveRegistration(other.scope, { registrationId: asked.id })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(requireOrganizer(await makePerson(), mine.eventId)).rejects.toMatchObject({ code: "not_found" });
});
