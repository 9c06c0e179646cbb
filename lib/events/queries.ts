import { and, asc, desc, eq, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { eventMembers, events, type Question } from "@/db/schema/events";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { type Actor, anonymous } from "@/lib/access/actor";
import { canView, canWorkDoor, type MemberRole } from "@/lib/access/roles";
import type { PersonScope } from "@/lib/access/scopes";
import { cached, pagesTag } from "@/lib/platform/cache";
import { notFound } from "@/lib/platform/errors";
import { openCursor, type Page, pageOf, sealCursor } from "@/lib/platform/page";
import { requireCategory } from "./categories/list-categories";
import type { Approval, Eligibility, EventStatus, ListEventsInput, ListManagedEventsInput, Visibility } from "./input";
import {
  detailColumns,
  inManagedView,
  isPast,
  isUpcoming,
  listColumns,
  listedFor,
  matchesSearch,
  runBy,
  runByAuthor,
} from "./internal";
import { type Audience, audienceOf, isListedFor, isVisibleTo } from "./visibility";

/** An event as lists show it. */
export type EventListItem = {
  id: string;
  slug: string;
  title: string;
  summary: string;
  category: string;
  status: EventStatus;
  startsAt: Date;
  endsAt: Date;
  timezone: string;
  venue: string;
  capacity: number | null;
  seatsTaken: number;
  waitlistCount: number;
  coverUrl: string | null;
  registrationOpensAt: Date | null;
  registrationClosesAt: Date | null;
  waitlistEnabled: boolean;
  approval: Approval;
};

/** Everything about an event but its people. */
export type EventDetail = EventListItem & {
  description: string;
  questions: Question[];
  eligibility: Eligibility;
  visibility: Visibility;
  eligibleDepartments: string[];
  confirmWithinMinutes: number | null;
  confirmAddressMinutes: number | null;
  guestsPerPerson: number;
  /** How long before the start people are reminded. */
  reminderMinutes: number[];
  organizer: { id: string; name: string };
  revision: number;
  cancelReason: string | null;
  publishedAt: Date | null;
};

/** What one is to an event one helps to run. */
export type ManagingRole = "owner" | MemberRole | "admin";
export type ManagedEvent = EventListItem & { myRole: ManagingRole };

const position = z.tuple([z.iso.datetime(), z.uuid()]);

/** A page of the events that this actor may see, by start; past ones latest first. Drafts are only for those who run them. */
export async function listEvents(actor: Actor, input: ListEventsInput): Promise<Page<EventListItem>> {
  const isListed = isListedFor(await audienceOf(actor));
  const isOwnToo = actor.kind === "person" ? or(isListed, runByAuthor(actor) ?? sql`true`) : isListed;
  return listWhere(and(listedFor(actor, input.status), isOwnToo), input);
}

/** The same for everybody of an audience, whoever they are. */
export async function listEventsFor(audience: Audience, input: ListEventsInput): Promise<Page<EventListItem>> {
  return listWhere(and(listedFor(anonymous, input.status), isListedFor(audience)), input);
}

async function listWhere(isSeen: SQL | undefined, input: ListEventsInput): Promise<Page<EventListItem>> {
  const { when, limit, cursor } = input;
  if (input.category) await requireCategory(input.category);
  const filter = and(
    isSeen,
    input.category === undefined ? undefined : eq(events.category, input.category),
    input.organizerId === undefined ? undefined : eq(events.organizerId, input.organizerId),
    input.from && gte(events.startsAt, input.from),
    input.to && lt(events.startsAt, input.to),
    when && (when === "past" ? isPast() : isUpcoming()),
    matchesSearch(input.q),
  );
  return pageByStart(`events:${when ?? "all"}`, filter, { limit, cursor, isDescending: when === "past" });
}

/** The event, or `not_found` where it does not exist or this actor may not know it. */
export async function getEvent(actor: Actor, eventId: string): Promise<EventDetail> {
  const event = await findVisible(actor, eq(events.id, eventId));
  if (!event) throw notFound();
  return event;
}

/** The event of that address, or null where there is none that this actor may know. */
export async function findEventBySlug(actor: Actor, slug: string): Promise<EventDetail | null> {
  return findVisible(actor, eq(events.slug, slug));
}

/** The event whoever asks, for verbs that hold a scope of it. */
export async function readEvent(eventId: string, tx?: Transaction): Promise<EventDetail> {
  const [row] = await (tx ?? db())
    .select(detailColumns)
    .from(events)
    .innerJoin(users, eq(users.id, events.organizerId))
    .where(eq(events.id, eventId));
  if (!row) throw notFound();
  return row;
}

/**
 * The addresses of the newest events that anybody may see, as many as one sitemap should name, and
 * when each was last changed.
 */
export async function listPublicAddresses(): Promise<{ slug: string; changedAt: string }[]> {
  return cached("public-addresses", { tags: [pagesTag], ttlSeconds: 3600 }, async () => {
    const rows = await db()
      .select({ slug: events.slug, updatedAt: events.updatedAt })
      .from(events)
      .where(and(inArray(events.status, ["published", "completed"]), isListedFor("strangers")))
      .orderBy(desc(events.startsAt), desc(events.id))
      .limit(5_000);
    return rows.map(({ slug, updatedAt }) => ({ slug, changedAt: updatedAt.toISOString() }));
  });
}

/** A page of the events that this person owns or helps to run, and what they are to each; administrators run all. */
export async function listManagedEvents(
  scope: PersonScope,
  input: ListManagedEventsInput,
): Promise<Page<ManagedEvent>> {
  const { view, limit, cursor } = input;
  const own = scope.role === "admin" ? undefined : runBy(scope.userId, ["organizer", "viewer", "door_staff"]);
  const isDescending = view === "past" || view === "cancelled";
  const page = await pageByStart(`managed-events:${view}`, and(inManagedView(view), own), {
    limit,
    cursor,
    isDescending,
  });
  const roles = await rolesIn(scope.userId, page.items);
  return { ...page, items: page.items.map((event) => ({ ...event, myRole: roles.get(event.id) ?? "admin" })) };
}

async function rolesIn(userId: string, page: EventListItem[]): Promise<Map<string, ManagingRole>> {
  const ids = page.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const rows = await db()
    .select({ id: events.id, organizerId: events.organizerId, memberRole: eventMembers.role })
    .from(events)
    .leftJoin(eventMembers, and(eq(eventMembers.eventId, events.id), eq(eventMembers.userId, userId)))
    .where(inArray(events.id, ids));
  return new Map(
    rows.map(({ id, organizerId, memberRole }) => [id, organizerId === userId ? "owner" : (memberRole ?? "admin")]),
  );
}

async function findVisible(actor: Actor, which: SQL): Promise<EventDetail | null> {
  const userId = actor.kind === "person" ? actor.userId : null;
  const [row] = await db()
    .select({ ...detailColumns, memberRole: eventMembers.role })
    .from(events)
    .innerJoin(users, eq(users.id, events.organizerId))
    .leftJoin(eventMembers, and(eq(eventMembers.eventId, events.id), sql`${eventMembers.userId} = ${userId}::uuid`))
    .where(which);
  if (!row) return null;
  const { memberRole, ...event } = row;
  const standing = { organizerId: event.organizer.id, memberRole };
  const isPublic = event.visibility === "public" || event.visibility === "unlisted";
  const isSeen = event.publishedAt !== null && (isPublic || isVisibleTo(await audienceOf(actor), event));
  return isSeen || canView(actor, standing) || canWorkDoor(actor, standing) ? event : null;
}

async function pageByStart(
  list: string,
  filter: SQL | undefined,
  { limit, cursor, isDescending }: { limit: number; cursor: string | undefined; isDescending: boolean },
): Promise<Page<EventListItem>> {
  const after = openCursor(list, cursor, position);
  const compare = isDescending ? sql.raw("<") : sql.raw(">");
  const beyond =
    after && sql`(${events.startsAt}, ${events.id}) ${compare} (${after[0]}::timestamptz, ${after[1]}::uuid)`;
  const direction = isDescending ? desc : asc;
  const rows = await db()
    .select(listColumns)
    .from(events)
    .where(and(filter, beyond ?? undefined))
    .orderBy(direction(events.startsAt), direction(events.id))
    .limit(limit + 1);
  return pageOf(rows, limit, ({ startsAt, id }) => sealCursor(list, [startsAt.toISOString(), id]));
}
