import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { revokedTickets } from "@/db/schema/registrations";
import { requireAttendeeByToken, requireOrganizer } from "@/lib/access/scopes";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { faultsOf, messagesAbout, registerGuest, standingOf, tallyOf } from "@/lib/testing/registrations";
import { scopeByMail } from "@/lib/testing/scope-by-mail";
import { listRegistrations } from "./queries";
import type { StandingRegistration } from "./standing-registration";
import { transferRegistration } from "./transfer-registration";

const organizer = await makePerson({ role: "organizer", name: "Olga" });
const eventOf = async (given = {}) => (await makePublishedEvent(organizer, { capacity: 1, ...given })).id;
const asPerson = scopeByMail;
const tokenOf = ({ pageUrl }: StandingRegistration) => pageUrl.split("/").at(-1) ?? "";
const comeAs = async (eventId: string, mailbox: string, given = {}) =>
  standingOf(await registerGuest(eventId, mailbox, given));
const colleague = { name: "Grace Hopper", email: "grace@example.org" };

async function confirmedOf(eventId: string) {
  const scope = await requireOrganizer(organizer, eventId);
  return (await listRegistrations(scope, { status: "confirmed", limit: 20 } as never)).items;
}

it("passes the seat to the other person, revokes the ticket, tells both, and moves nobody of the line", async () => {
  const eventId = await eventOf();
  const [own, waiting] = [await comeAs(eventId, "own"), await comeAs(eventId, "waiting")];
  expect(await transferRegistration(await asPerson(own), colleague)).toEqual({ id: own.id, status: "cancelled" });
  const [now] = await confirmedOf(eventId);
  expect(now).toMatchObject(colleague);
  expect((await tallyOf(eventId)).line).toEqual([waiting.id]);
  expect(await messagesAbout(own.id)).toEqual(["registration_confirmed", "ticket_passed_on"]);
  expect(await messagesAbout(now?.id ?? "")).toEqual(["ticket_received"]);
  const revoked = await db().select().from(revokedTickets).where(eq(revokedTickets.registrationId, own.id));
  expect(revoked).toHaveLength(1);
  // The secret link of the old ticket opens nothing any more.
  await expect(requireAttendeeByToken(tokenOf(own))).rejects.toMatchObject({ code: "not_found" });
  expect(await faultsOf(eventId)).toEqual([]);
});

it("revives the registration of somebody who had cancelled, and lets the first one register again", async () => {
  const eventId = await eventOf({ capacity: 3 });
  const own = await comeAs(eventId, "own");
  await transferRegistration(await asPerson(own), { name: "Back", email: "back@example.org" });
  const back = (await confirmedOf(eventId))[0];
  const again = await comeAs(eventId, "own");
  expect(again).toMatchObject({ id: own.id, status: "confirmed" });
  expect(again.ticket?.code).not.toBe(own.ticket?.code);
  await transferRegistration(await asPerson(again), colleague);
  expect((await confirmedOf(eventId)).map(({ name }) => name).sort()).toEqual(["Back", "Grace Hopper"]);
  expect(back?.status).toBe("confirmed");
  expect(await faultsOf(eventId)).toEqual([]);
});

it("changes nothing where the other person has a registration, or is oneself", async () => {
  const eventId = await eventOf({ capacity: 3 });
  const own = await comeAs(eventId, "own");
  await comeAs(eventId, "other");
  const scope = await asPerson(own);
  for (const [email, message] of [
    ["other@example.org", "This person is registered already."],
    ["own@example.org", "This is your own address."],
  ] as const)
    await expect(transferRegistration(scope, { name: "X", email })).rejects.toMatchObject({
      code: "invalid_input",
      errors: [{ path: "email", message }],
    });
  expect(await messagesAbout(own.id)).toEqual(["registration_confirmed"]);
  expect((await tallyOf(eventId)).rows).toEqual({ confirmed: 2, waitlisted: 0 });
});

it("is refused for a place in the line, for who brings guests, and where the organizer decides who comes", async () => {
  const eventId = await eventOf({ capacity: 3, guestsPerPerson: 1 });
  const lead = await comeAs(eventId, "lead", { guests: [{ name: "Ann" }] });
  await comeAs(eventId, "third");
  const waiting = await comeAs(eventId, "waiting");
  const decided = await comeAs(await eventOf({ approval: "holds_seat" }), "asking");
  for (const registration of [lead, waiting, decided])
    await expect(transferRegistration(await asPerson(registration), colleague)).rejects.toMatchObject({
      code: "conflict",
    });
});

it("writes to nobody too often, whoever passes a seat on to them", async () => {
  const eventId = await eventOf({ capacity: 20 });
  const seated = await Promise.all(Array.from({ length: 11 }, (_, nth) => comeAs(eventId, `tormentor${nth}`)));
  const tries = [];
  for (const registration of seated)
    tries.push(
      await transferRegistration(await asPerson(registration), { name: "V", email: "victim@example.org" }).catch(
        ({ code }) => code,
      ),
    );
  expect(tries.slice(0, 10)).not.toContain("rate_limited");
  expect(tries[10]).toBe("rate_limited");
});

it("happens once when asked for many times at once", async () => {
  const eventId = await eventOf({ capacity: 5 });
  const scope = await asPerson(await comeAs(eventId, "own"));
  const tries = await Promise.allSettled(
    Array.from({ length: 12 }, (_, nth) => transferRegistration(scope, { name: "N", email: `n${nth}@example.org` })),
  );
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await confirmedOf(eventId)).toHaveLength(1);
  expect(await faultsOf(eventId)).toEqual([]);
});
