import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { undeliverableAddresses } from "@/db/schema/mail";
import { registrations } from "@/db/schema/registrations";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { searchTextOf } from "@/lib/platform/search-text";

const eventColumns = {
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
  coverUrl: events.coverUrl,
  revision: events.revision,
  cancelReason: events.cancelReason,
};

/** The event as its attendees see it beside their registration. */
export type RegisteredEvent = Pick<typeof events.$inferSelect, keyof typeof eventColumns>;

const columns = {
  id: registrations.id,
  eventId: registrations.eventId,
  name: registrations.name,
  department: registrations.department,
  status: registrations.status,
  waitlistOrder: registrations.waitlistOrder,
  reference: registrations.reference,
  registeredAt: registrations.registeredAt,
  cancelledAt: registrations.cancelledAt,
  confirmBy: registrations.confirmBy,
  checkedInAt: registrations.checkedInAt,
};

// Those who bring named guests.
const leads = alias(registrations, "leads");

const ownColumns = {
  ...columns,
  userId: registrations.userId,
  ticketId: registrations.ticketId,
  answers: registrations.answers,
  cancelledBy: registrations.cancelledBy,
  partyOf: registrations.partyOf,
  checkedInGate: registrations.checkedInGate,
  isClaimed: registrations.isClaimed,
  leadIsClaimed: leads.isClaimed,
  confirmAddressMinutes: events.confirmAddressMinutes,
  leadConfirmBy: leads.confirmBy,
  event: eventColumns,
};

/** Registrations with their events, for the person whose they are. */
export function selectOwn(tx?: Transaction) {
  return (tx ?? db())
    .select(ownColumns)
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .leftJoin(leads, and(eq(leads.eventId, registrations.eventId), eq(leads.id, registrations.partyOf)));
}

const addressFault = {
  fault: undeliverableAddresses.fault,
  detail: undeliverableAddresses.detail,
  at: undeliverableAddresses.at,
};

/** Why mail does not reach somebody, as the mail service told us. */
export type AddressFault = Pick<typeof undeliverableAddresses.$inferSelect, keyof typeof addressFault>;

/** Registrations with their e-mail addresses, for the guest list; a named guest has none, but somebody who brings them. */
export function selectGuests() {
  return db()
    .select({
      ...columns,
      answers: registrations.answers,
      doorNote: registrations.doorNote,
      email: users.email,
      addressFault,
      broughtBy: leads.name,
    })
    .from(registrations)
    .leftJoin(users, eq(users.id, registrations.userId))
    .leftJoin(undeliverableAddresses, eq(undeliverableAddresses.email, users.email))
    .leftJoin(leads, and(eq(leads.eventId, registrations.eventId), eq(leads.id, registrations.partyOf)));
}

export type OwnRow = Awaited<ReturnType<typeof selectOwn>>[number];
export type GuestRow = Awaited<ReturnType<typeof selectGuests>>[number];

/** Later ones than that of a cursor, in the order "latest first". */
export function isBeyond(after: [registeredAt: string, id: string] | null): SQL | undefined {
  if (!after) return undefined;
  return sql`(${registrations.registeredAt}, ${registrations.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`;
}

/**
 * Those whose name and address hold every word, or whose reference begins with the text. Whoever may not see addresses can't search in them either: the address is
 * the last word of the search text.
 */
export function matchesGuest(q: string | undefined, seesEmail: boolean): SQL | undefined {
  if (q === undefined) return undefined;
  const text = seesEmail
    ? sql`${registrations.searchText}`
    : sql`regexp_replace(${registrations.searchText}, ' [^ ]*$', '')`;
  const reference = q.replaceAll(/[\s-]/g, "").toUpperCase();
  const words = searchTextOf(q).split(/\s+/).filter(Boolean).slice(0, 6);
  return or(
    and(...words.map((word) => sql`strpos(${text}, ${word}) > 0`)),
    reference === "" ? undefined : sql`starts_with(${registrations.reference}, ${reference})`,
  );
}
