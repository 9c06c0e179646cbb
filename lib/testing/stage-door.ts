import { randomUUID } from "node:crypto";
import { db } from "@/db/client";
import { eventMembers, events } from "@/db/schema/events";
import { registrations } from "@/db/schema/registrations";
import { users } from "@/db/schema/users";
import type { Person } from "@/lib/access/actor";
import { type DoorScope, requireDoor } from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { ticketCodeOf } from "@/lib/tickets/ticket-code";
import { newTicketReference } from "@/lib/tickets/ticket-reference";
import { makePerson } from "./make-person";

type RegistrationRow = typeof registrations.$inferInsert;

/** A stored person who is signed in. */
export function stagePerson(name = "Sam Door"): Promise<Person> {
  return makePerson({ name });
}

/** A published event that is under way, the right to scan at its door, and who runs it. */
export async function stageDoor(
  event: Partial<typeof events.$inferInsert> = {},
): Promise<{ eventId: string; scope: DoorScope; staff: Person; organizer: Person }> {
  const organizer = await stagePerson("Olga Organizer");
  const staff = await stagePerson();
  const eventId = newId();
  const startsAt = new Date(now().getTime() - 3_600_000);
  await db()
    .insert(events)
    .values({
      ...{ id: eventId, slug: eventId, title: "Summer Lab", status: "published", timezone: "Europe/Berlin" },
      ...{ startsAt, endsAt: new Date(startsAt.getTime() + 4 * 3_600_000), organizerId: organizer.userId },
      ...event,
    });
  await db().insert(eventMembers).values({ eventId, userId: staff.userId, role: "door_staff" });
  return { eventId, scope: await requireDoor(staff, eventId), staff, organizer };
}

export type StagedTicket = { registrationId: string; ticketId: string; reference: string; code: string; name: string };

/** So many registrations of an event, with the codes of their tickets. */
export async function stageTickets(
  eventId: string,
  howMany: number,
  registration: Partial<RegistrationRow> = {},
): Promise<StagedTicket[]> {
  const people = await stagePeople(howMany);
  const rows = people.map((person): RegistrationRow => {
    const { userId, name } = person;
    const ids = { eventId, id: newId(), ticketId: randomUUID(), reference: newTicketReference() };
    return { ...ids, userId, name, status: "confirmed", searchText: name, registeredAt: now(), ...registration };
  });
  await db().insert(registrations).values(rows);
  return rows.map(({ id, ticketId, reference, name }) => ({
    ...{ registrationId: id, ticketId, reference, name },
    code: ticketCodeOf({ eventId, ticketId }),
  }));
}

/** One registration of an event. */
export async function stageTicket(eventId: string, registration: Partial<RegistrationRow> = {}): Promise<StagedTicket> {
  const [ticket] = await stageTickets(eventId, 1, registration);
  if (!ticket) throw new Error("no ticket was staged");
  return ticket;
}

async function stagePeople(howMany: number) {
  const people = Array.from({ length: howMany }, (_, index) => ({ userId: newId(), name: `Guest ${index}` }));
  await db()
    .insert(users)
    .values(people.map(({ userId, name }) => ({ id: userId, email: `${userId}@example.test`, name })));
  return people;
}
