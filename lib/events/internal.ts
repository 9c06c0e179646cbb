import { and, eq, gt, inArray, isNotNull, lte, or, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { eventMembers, events } from "@/db/schema/events";
import { users } from "@/db/schema/users";
import type { Actor } from "@/lib/access/actor";
import { canAuthorEvents, type MemberRole } from "@/lib/access/roles";
import { now } from "@/lib/platform/clock";
import { searchTextOf } from "@/lib/platform/search-text";
import type { EventStatus, ManagedView } from "./input";
import { longestDays } from "./rules";

export const listColumns = {
  id: events.id,
  slug: events.slug,
  title: events.title,
  summary: events.summary,
  category: events.category,
  status: events.status,
  startsAt: events.startsAt,
  endsAt: events.endsAt,
  timezone: events.timezone,
  venue: events.venue,
  capacity: events.capacity,
  seatsTaken: events.seatsTaken,
  waitlistCount: events.waitlistCount,
  coverUrl: events.coverUrl,
  registrationOpensAt: events.registrationOpensAt,
  registrationClosesAt: events.registrationClosesAt,
  waitlistEnabled: events.waitlistEnabled,
  approval: events.approval,
};

export const detailColumns = {
  ...listColumns,
  description: events.description,
  questions: events.questions,
  eligibility: events.eligibility,
  eligibleDepartments: events.eligibleDepartments,
  visibility: events.visibility,
  confirmWithinMinutes: events.confirmWithinMinutes,
  confirmAddressMinutes: events.confirmAddressMinutes,
  guestsPerPerson: events.guestsPerPerson,
  reminderMinutes: events.reminderMinutes,
  organizer: { id: users.id, name: users.name },
  revision: events.revision,
  cancelReason: events.cancelReason,
  publishedAt: events.publishedAt,
};

/** Which events this actor may find in a list; with a status, only those of it. */
export function listedFor(actor: Actor, status: EventStatus | undefined): SQL | undefined {
  if (status === "published" || status === "completed") return eq(events.status, status);
  const own = runByAuthor(actor);
  if (status === "draft") return and(eq(events.status, "draft"), own);
  if (status === "cancelled") return and(eq(events.status, "cancelled"), or(isNotNull(events.publishedAt), own));
  const open = inArray(events.status, ["published", "completed"]);
  return canAuthorEvents(actor) ? or(open, and(eq(events.status, "draft"), own)) : open;
}

/** Which events this actor runs; none for whoever is not signed in. */
export function runByAuthor(actor: Actor): SQL | undefined {
  if (actor.kind !== "person") return sql`false`;
  return actor.role === "admin" ? undefined : runBy(actor.userId, ["organizer"]);
}

/** Which events a person owns, or has one of these roles in. As a set of ids, so that both indexes serve. */
export function runBy(userId: string, roles: MemberRole[]): SQL {
  const owned = db().select({ id: sql`own.id` }).from(sql`${events} own`).where(sql`own.organizer_id = ${userId}`);
  const helped = db()
    .select({ id: eventMembers.eventId })
    .from(eventMembers)
    .where(and(eq(eventMembers.userId, userId), inArray(eventMembers.role, roles)));
  return inArray(events.id, unionAll(owned, helped));
}

/** Events not over yet. No event is longer than `longestDays`, so older starts need not be looked at. */
export function isUpcoming(at = now()): SQL | undefined {
  const oldestStart = new Date(at.getTime() - longestDays * 24 * 60 * 60 * 1000);
  return and(gt(events.startsAt, oldestStart), gt(events.endsAt, at));
}

export function isPast(at = now()): SQL | undefined {
  return and(lte(events.startsAt, at), lte(events.endsAt, at));
}

export function inManagedView(view: ManagedView): SQL | undefined {
  if (view === "drafts") return eq(events.status, "draft");
  if (view === "cancelled") return eq(events.status, "cancelled");
  const held = inArray(events.status, ["published", "completed"]);
  if (view === "past") return and(held, isPast());
  return and(held, isUpcoming(), view === "live" ? lte(events.startsAt, now()) : gt(events.startsAt, now()));
}

/** Every word typed occurs in title, summary or venue, accents and case aside. */
export function matchesSearch(q: string | undefined): SQL | undefined {
  const words = searchTextOf(q).split(/\s+/).filter(Boolean).slice(0, 6);
  return and(...words.map((word) => sql`${events.searchText} like ${`%${word.replaceAll(/[\\%_]/g, "\\$&")}%`}`));
}

/** The event's text that search looks into. */
export function eventSearchText(event: { title: string; summary: string; venue: string }): string {
  return searchTextOf(event.title, event.summary, event.venue);
}
