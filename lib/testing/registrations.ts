import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { outbox } from "@/db/schema/outbox";
import { registrations } from "@/db/schema/registrations";
import { type Actor, anonymous } from "@/lib/access/actor";
import { registerInput } from "@/lib/registrations/input";
import { type RegisterOutcome, register } from "@/lib/registrations/register";
import { holdsSeat } from "@/lib/registrations/rules";
import type { StandingRegistration } from "@/lib/registrations/standing-registration";
import { counterFaultsOf } from "./counter-faults";

/** Registers a guest by the name of their mailbox. */
export function registerGuest(eventId: string, mailbox: string, given: Record<string, unknown> = {}) {
  const email = `${mailbox}@example.org`;
  return register(anonymous, registerInput.parse({ eventId, name: `Guest ${mailbox}`, email, ...given }));
}

/** Registers the actor, who must get a seat or a place in the line. */
export async function registerActor(actor: Actor, eventId: string): Promise<StandingRegistration> {
  return standingOf(await register(actor, registerInput.parse({ eventId })));
}

/** The registration of an outcome that has one. */
export function standingOf(outcome: RegisterOutcome): StandingRegistration {
  if (!("registration" in outcome)) throw new Error(`expected a registration, got ${outcome.outcome}`);
  return outcome.registration;
}

/** So many guests at once, in order. */
export function registerGuests(eventId: string, howMany: number, prefix = "guest"): Promise<RegisterOutcome[]> {
  return Promise.all(Array.from({ length: howMany }, (_, nth) => registerGuest(eventId, `${prefix}${nth}`)));
}

/** What the tables say about an event: counters, rows by status, and the line by registration id. */
export async function tallyOf(eventId: string) {
  const [event] = await db().select().from(events).where(eq(events.id, eventId));
  if (!event) throw new Error("there is no such event");
  const rows = await db()
    .select()
    .from(registrations)
    .where(eq(registrations.eventId, eventId))
    .orderBy(asc(registrations.waitlistOrder));
  const line = rows.filter(({ status }) => status === "waitlisted");
  return {
    capacity: event.capacity,
    counters: { confirmed: event.seatsTaken, waitlisted: event.waitlistCount },
    rows: { confirmed: rows.filter(holdsSeat).length, waitlisted: line.length },
    /** How many must move together when the first in line moves. */
    firstParty: line.filter(({ id, partyOf }) => (partyOf ?? id) === (line[0]?.partyOf ?? line[0]?.id)).length,
    cancelled: rows.filter(({ status }) => status === "cancelled").length,
    line: line.map(({ id }) => id),
    orders: line.map(({ waitlistOrder }) => waitlistOrder ?? 0),
  };
}

/** The faults of an event's tables against what must always hold; none when all is well. */
export async function faultsOf(eventId: string): Promise<string[]> {
  const { capacity, counters, rows, orders, firstParty } = await tallyOf(eventId);
  const faults = await counterFaultsOf(eventId);
  if (JSON.stringify(counters) !== JSON.stringify(rows))
    faults.push(`counters ${JSON.stringify(counters)} for rows ${JSON.stringify(rows)}`);
  if (capacity !== null && rows.confirmed > capacity) faults.push(`${rows.confirmed} seats given of ${capacity}`);
  if (rows.waitlisted > 0 && (capacity === null || rows.confirmed + firstParty <= capacity))
    faults.push("a seat is stranded");
  if (new Set(orders).size < orders.length) faults.push("two people share a place in the line");
  return faults;
}

/** The kinds of the messages about a registration, in the order written. */
export async function messagesAbout(registrationId: string): Promise<string[]> {
  const rows = await db()
    .select({ kind: outbox.kind })
    .from(outbox)
    .where(eq(outbox.registrationId, registrationId))
    .orderBy(asc(outbox.createdAt), asc(outbox.id));
  return rows.map(({ kind }) => kind);
}
