import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { registrations, revokedTickets } from "@/db/schema/registrations";
import { requireAttendeeByToken } from "@/lib/access/scopes";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { faultsOf, messagesAbout, registerActor, registerGuest, standingOf } from "@/lib/testing/registrations";
import { scopeByMail } from "@/lib/testing/scope-by-mail";
import { cancelRegistration } from "./cancel-registration";
import { registerInput } from "./input";
import { listParty } from "./list-party";
import { getRegistration } from "./queries";
import { register } from "./register";
import type { StandingRegistration } from "./standing-registration";
import { takeOverClaimed } from "./take-over";
import { transferRegistration } from "./transfer-registration";
import { undoCancellation } from "./undo-cancellation";

const organizer = await makePerson({ role: "organizer" });
const to = { name: "Bea", email: "bea@example.org" };
const tokenIn = (url: string) => url.slice(-64);
const byForm = ({ pageUrl }: StandingRegistration) => requireAttendeeByToken(tokenIn(pageUrl));

async function rowOf(id: string) {
  const [row] = await db().select().from(registrations).where(eq(registrations.id, id));
  if (!row) throw new Error("there is no such registration");
  return row;
}

/** An owner, and what a stranger registered for their address. */
async function stage(given: Record<string, unknown> = {}) {
  const owner = await makePerson({ name: "Olivia Owner" });
  const { id: eventId } = await makePublishedEvent(organizer, { guestsPerPerson: 2, ...given });
  const guests = given.guestsPerPerson === undefined ? [{ name: "Gus" }] : [];
  const outcome = await registerGuest(eventId, "x", { email: owner.email, name: "Stranger", guests });
  return { owner, eventId, theirs: standingOf(outcome) };
}

describe("a registration made for an address that nobody proved", () => {
  it("can be looked at and cancelled by whoever made it, not passed on", async () => {
    const { theirs } = await stage({ guestsPerPerson: 0 });
    const scope = await byForm(theirs);
    expect((await getRegistration(scope)).ticket?.code).toBe(theirs.ticket?.code);
    await expect(transferRegistration(scope, to)).rejects.toMatchObject({ code: "forbidden" });
    await cancelRegistration(scope);
    expect((await undoCancellation(scope)).status).toBe("confirmed");
    await expect(transferRegistration(await byForm(theirs), to)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is passed on by the link that only the mailbox has, which no page of the other link shows", async () => {
    const { theirs } = await stage({ guestsPerPerson: 0 });
    const scope = await byForm(theirs);
    const shown = await getRegistration(scope);
    expect((await requireAttendeeByToken(tokenIn(shown.pageUrl))).isOwner).toBe(false);
    expect((await requireAttendeeByToken(tokenIn((await undoCancellation(scope)).pageUrl))).isOwner).toBe(false);
    expect(await transferRegistration(await scopeByMail(theirs), to)).toMatchObject({ status: "cancelled" });
  });

  it("is the owner's once they register: other ticket, the former links void, their name, and a mail", async () => {
    const { owner, eventId, theirs } = await stage();
    const [guest] = await listParty(eventId, theirs.id);
    const outcome = await register(owner, registerInput.parse({ eventId }));
    const own = standingOf(outcome);
    expect([outcome.outcome, own.id, own.name]).toEqual(["already_registered", theirs.id, "Olivia Owner"]);
    expect(own.ticket?.code).not.toBe(theirs.ticket?.code);
    for (const url of [theirs.pageUrl, guest?.pageUrl ?? ""])
      await expect(requireAttendeeByToken(tokenIn(url))).rejects.toMatchObject({ code: "not_found" });
    const revoked = and(eq(revokedTickets.eventId, eventId), eq(revokedTickets.registrationId, theirs.id));
    expect(await db().$count(revokedTickets, revoked)).toBe(1);
    expect(await messagesAbout(theirs.id)).toEqual(["registration_confirmed", "registration_confirmed"]);
    expect((await requireAttendeeByToken(tokenIn(own.pageUrl))).isOwner).toBe(true);
    expect(await faultsOf(eventId)).toEqual([]);
    // Once theirs, nothing changes any more.
    expect(standingOf(await register(owner, registerInput.parse({ eventId }))).ticket).toEqual(own.ticket);
  });

  it("is the owner's once they sign in, in every event to come, and in no other's", async () => {
    const { owner, theirs } = await stage();
    const other = await stage();
    expect(await takeOverClaimed(owner.userId)).toBe(1);
    expect(await takeOverClaimed(owner.userId)).toBe(0);
    await expect(byForm(theirs)).rejects.toMatchObject({ code: "not_found" });
    expect(await rowOf(theirs.id)).toMatchObject({ isClaimed: false, name: "Olivia Owner", status: "confirmed" });
    expect((await byForm(other.theirs)).isOwner).toBe(false);
  });

  it("gives the owner who registers anew after a cancellation another ticket", async () => {
    const { owner, eventId, theirs } = await stage({ guestsPerPerson: 0 });
    await cancelRegistration(await byForm(theirs));
    const own = await registerActor(owner, eventId);
    expect(own.id).toBe(theirs.id);
    await expect(byForm(theirs)).rejects.toMatchObject({ code: "not_found" });
    expect((await rowOf(own.id)).isClaimed).toBe(false);
  });

  it("has the owner's ticket only once, however often they register at once", async () => {
    const { owner, eventId, theirs } = await stage();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => register(owner, registerInput.parse({ eventId }))),
    );
    expect(new Set(outcomes.map((outcome) => standingOf(outcome).ticket?.code)).size).toBe(1);
    expect(await messagesAbout(theirs.id)).toEqual(["registration_confirmed", "registration_confirmed"]);
  });
});

it("whoever is signed in, or written in by the organizer, claims nothing", async () => {
  const person = await makePerson();
  const { id: eventId } = await makePublishedEvent(organizer);
  expect((await rowOf((await registerActor(person, eventId)).id)).isClaimed).toBe(false);
});
