import { and, eq, gte, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { revokedTickets } from "@/db/schema/registrations";
import { doorClosesAt } from "@/lib/access/find-device";
import type { DoorScope } from "@/lib/access/scopes";
import { notFound } from "@/lib/platform/errors";

export type DoorEvent = { id: string; title: string; timezone: string; endsAt: Date; canOverride: boolean };
export type OtherEvent = { id: string; title: string };
export type RevokedTicket = { ticketId: string; registrationId: string };

const mostOthers = 200;

/** The door's own event, what its phone may do, and when the phone must drop what it knows. */
export async function findDoorEvent({
  eventId,
  device,
  mayOverride,
}: DoorScope): Promise<DoorEvent & { keepUntil: Date }> {
  const [event] = await db()
    .select({ id: events.id, title: events.title, timezone: events.timezone, endsAt: events.endsAt })
    .from(events)
    .where(eq(events.id, eventId));
  if (!event) throw notFound();
  return { ...event, canOverride: mayOverride, keepUntil: device?.keepUntil ?? doorClosesAt(event.endsAt) };
}

/** The published events nearest in time, at most 200: a phone finds among them where a ticket belongs that is not for this door. */
export async function listOtherEvents(eventId: string): Promise<OtherEvent[]> {
  const here = alias(events, "here");
  return db()
    .select({ id: events.id, title: events.title })
    .from(here)
    .innerJoin(
      events,
      sql`${events.startsAt} between ${here.startsAt} - interval '31 days' and ${here.endsAt} + interval '31 days'`,
    )
    .where(and(eq(here.id, eventId), ne(events.id, eventId), ne(events.status, "draft")))
    .orderBy(sql`greatest(${events.startsAt} - ${here.startsAt}, ${here.startsAt} - ${events.startsAt})`, events.id)
    .limit(mostOthers);
}

/** The event's tickets that were replaced since then: all of them, since one left out would pass for a ticket issued lately. */
export async function listRevoked(eventId: string, since: Date | undefined): Promise<RevokedTicket[]> {
  return db()
    .select({ ticketId: revokedTickets.ticketId, registrationId: revokedTickets.registrationId })
    .from(revokedTickets)
    .where(and(eq(revokedTickets.eventId, eventId), since && gte(revokedTickets.revokedAt, since)));
}
