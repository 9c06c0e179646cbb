import { and, eq } from "drizzle-orm";
import { expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/outbox";
import { requireOrganizer, requireOwnRegistration } from "@/lib/access/scopes";
import { updateEvent } from "@/lib/events/update-event";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { registerInProcess } from "@/lib/testing/register-in-process";
import { faultsOf, registerActor, registerGuests, standingOf, tallyOf } from "@/lib/testing/registrations";
import { cancelRegistration } from "./cancel-registration";

vi.stubEnv("DATABASE_POOL_SIZE", "40");

const organizer = await makePerson({ role: "organizer", name: "Olga" });
const people = (howMany: number) => Promise.all(Array.from({ length: howMany }, () => makePerson()));

it("gives the last 20 seats to exactly 20 of 200 at once, and the line its order", async () => {
  const { id: eventId } = await makePublishedEvent(organizer, { capacity: 50 });
  await registerGuests(eventId, 30, "early");
  const outcomes = (await registerGuests(eventId, 200, "rush")).map(standingOf);
  expect(outcomes.filter(({ status }) => status === "confirmed")).toHaveLength(20);
  const waiting = outcomes.filter(({ status }) => status === "waitlisted");
  expect(waiting.map(({ waitlistPosition }) => waitlistPosition)).toEqual(waiting.map((_, index) => index + 1));
  const { rows, line, orders } = await tallyOf(eventId);
  expect(rows).toEqual({ confirmed: 50, waitlisted: 180 });
  expect(line).toEqual(waiting.map(({ id }) => id));
  expect(orders).toEqual(orders.map((_, index) => index + 1));
  expect(await faultsOf(eventId)).toEqual([]);
});

it("holds with three processes at once", { timeout: 120_000 }, async () => {
  const { id: eventId } = await makePublishedEvent(organizer, { capacity: 25 });
  const orders = ["a", "b", "c"].map((prefix) => ({ eventId, guests: { prefix, howMany: 80 } }));
  const reports = await Promise.all(orders.map(registerInProcess));
  expect(reports.reduce((sum, { confirmed }) => sum + confirmed, 0)).toBe(25);
  expect(reports.reduce((sum, { waitlisted }) => sum + waitlisted, 0)).toBe(215);
  expect((await tallyOf(eventId)).orders).toEqual(Array.from({ length: 215 }, (_, index) => index + 1));
  expect(await faultsOf(eventId)).toEqual([]);
});

it("strands no seat and promotes nobody twice when many cancel and register in three processes", {
  timeout: 120_000,
}, async () => {
  const { id: eventId } = await makePublishedEvent(organizer, { capacity: 10 });
  const waverers = await people(24);
  const orders = [0, 1, 2].map((nth) => ({ eventId, waverers: waverers.slice(nth * 8, nth * 8 + 8) }));
  await Promise.all(orders.map(registerInProcess));
  expect(await faultsOf(eventId)).toEqual([]);
  expect((await tallyOf(eventId)).rows).toEqual({ confirmed: 10, waitlisted: 14 });
});

it("lets cancellations, newcomers and a rising capacity meet without a stranded seat", async () => {
  const { id: eventId } = await makePublishedEvent(organizer, { capacity: 40 });
  const seated = await people(40);
  const registered = await Promise.all(seated.map((person) => registerActor(person, eventId)));
  await registerGuests(eventId, 10, "waiting");
  const scopes = await Promise.all(
    seated.map((person, nth) => requireOwnRegistration(person, registered[nth]?.id ?? "")),
  );
  const organizing = await requireOrganizer(organizer, eventId);
  await Promise.all([
    ...scopes.map((scope) => cancelRegistration(scope)),
    registerGuests(eventId, 45, "newcomer"),
    updateEvent(organizing, { capacity: 45 }),
    ...scopes.slice(0, 10).map((scope) => cancelRegistration(scope)),
  ]);
  expect(await tallyOf(eventId)).toMatchObject({ rows: { confirmed: 45, waitlisted: 10 }, cancelled: 40 });
  expect(await faultsOf(eventId)).toEqual([]);
  // Each of the people who waited was told once, and everyone who cancelled was.
  const told = (kind: "registration_promoted" | "registration_cancelled") =>
    db().$count(outbox, and(eq(outbox.eventId, eventId), eq(outbox.kind, kind)));
  expect(await told("registration_cancelled")).toBe(40);
  const waited = await db().$count(
    outbox,
    and(eq(outbox.eventId, eventId), eq(outbox.kind, "registration_waitlisted")),
  );
  expect(await told("registration_promoted")).toBe(waited - 10);
});
