import { and, asc, desc, eq, gt, isNotNull, isNull, lte, ne, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { registrationCounters } from "@/db/schema/registration-counters";
import { type Answers, registrations } from "@/db/schema/registrations";
import type { Transaction } from "@/db/transaction";
import type { Actor } from "@/lib/access/actor";
import type { TokenKind } from "@/lib/access/attendee-token";
import {
  type AttendeeScope,
  type DoorScope,
  type OrganizerScope,
  type PersonScope,
  tokenKindFor,
  type ViewerScope,
} from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";
import { notFound } from "@/lib/platform/errors";
import { openCursor, type Page, pageOf, sealCursor } from "@/lib/platform/page";
import type { ListOwnRegistrationsInput, ListRegistrationsInput, RegistrationStatus } from "./input";
import { asksForAddress, undoableUntil } from "./rules";
import {
  type AddressFault,
  type GuestRow,
  isBeyond,
  matchesGuest,
  type OwnRow,
  type RegisteredEvent,
  selectGuests,
  selectOwn,
} from "./selects";
import { pageUrlOf, type Ticket, ticketOf } from "./standing-registration";
import { waitlistPositionsOf } from "./waitlist-positions";

/** One's own registration with all that its page shows. */
export type RegistrationDetail = {
  id: string;
  eventId: string;
  event: RegisteredEvent;
  status: RegistrationStatus;
  waitlistPosition: number | null;
  ticket: Ticket | null;
  reference: string;
  name: string;
  department: string | null;
  answers: Answers;
  registeredAt: Date;
  cancelledAt: Date | null;
  /** Until when one may take one's own cancellation back. */
  undoableUntil: Date | null;
  checkedInAt: Date | null;
  checkedInGate: string | null;
  /** Until when one must say that one takes the seat one was promoted to. */
  confirmBy: Date | null;
  /**
   * True where a seat that is held asks for the address, which nobody has proved, not for whether
   * one comes.
   */
  asksAddress: boolean;
  /** True for a named guest, for whom somebody else registered. */
  isGuest: boolean;
  pageUrl: string;
};

/** A person on the guest list. Door staff get neither e-mail addresses, nor what is wrong with them, nor answers. */
export type GuestListItem = {
  id: string;
  eventId: string;
  name: string;
  email: string | undefined;
  /** Why mail does not reach them; null when nothing is known against the address. */
  addressFault: AddressFault | null | undefined;
  /** Who brings this named guest. */
  broughtBy: string | null;
  /** What door staff see when they come in. */
  doorNote: string | null;
  department: string | null;
  answers: Answers | undefined;
  status: RegistrationStatus;
  waitlistPosition: number | null;
  reference: string;
  registeredAt: Date;
  cancelledAt: Date | null;
  /** Until when somebody promoted must answer. */
  confirmBy: Date | null;
  checkedInAt: Date | null;
};

export type RegistrationCounts = Record<RegistrationStatus | "checkedIn" | "all", number>;

const byRegistration = z.tuple([z.iso.datetime(), z.uuid()]);
const byLine = z.tuple([z.int()]);

/** The registration of the scope. */
export async function getRegistration(scope: AttendeeScope, tx?: Transaction): Promise<RegistrationDetail> {
  const found = await findDetail(isRegistration(scope.eventId, scope.registrationId), tokenKindFor(scope), tx);
  if (!found) throw notFound();
  return found;
}

/** The actor's standing registration for the event, or null. */
export async function findOwnRegistration(actor: Actor, eventId: string): Promise<RegistrationDetail | null> {
  if (actor.kind !== "person") return null;
  const isOwn = and(eq(registrations.eventId, eventId), eq(registrations.userId, actor.userId));
  return findDetail(and(isOwn, ne(registrations.status, "cancelled")), "proved");
}

/** A page of one's own registrations, the latest made first. */
export async function listOwnRegistrations(
  scope: PersonScope,
  { status, when, limit, cursor }: ListOwnRegistrationsInput,
): Promise<Page<RegistrationDetail>> {
  const list = `own-registrations:${scope.userId}:${status ?? "all"}:${when ?? "all"}`;
  const rows = await selectOwn()
    .where(
      and(
        eq(registrations.userId, scope.userId),
        status && eq(registrations.status, status),
        when && (when === "past" ? lte : gt)(events.endsAt, now()),
        isBeyond(openCursor(list, cursor, byRegistration)),
      ),
    )
    .orderBy(desc(registrations.registeredAt), desc(registrations.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (row) => sealCursor(list, [row.registeredAt.toISOString(), row.id]));
  return { ...page, items: await Promise.all(page.items.map((row) => detailOf(row, "proved"))) };
}

/** A page of the event's guest list: the latest registration first, or the waitlist in the order of the line. */
export async function listRegistrations(
  scope: DoorScope | OrganizerScope | ViewerScope,
  { status, q, department, checkedIn, limit, cursor }: ListRegistrationsInput,
): Promise<Page<GuestListItem>> {
  const list = `registrations:${scope.eventId}:${status ?? "all"}`;
  const filter = and(
    eq(registrations.eventId, scope.eventId),
    status && eq(registrations.status, status),
    department === undefined ? undefined : eq(registrations.department, department),
    checkedIn === undefined ? undefined : (checkedIn ? isNotNull : isNull)(registrations.checkedInAt),
    matchesGuest(q, mayOrganize(scope)),
  );
  const page = await (status === "waitlisted" ? pageOfLine() : pageOfLatest());
  return { ...page, items: await guestsOf(scope, page.items) };

  async function pageOfLine(): Promise<Page<GuestRow>> {
    const [after] = openCursor(list, cursor, byLine) ?? [0];
    const rows = await selectGuests()
      .where(and(filter, gt(registrations.waitlistOrder, after)))
      .orderBy(asc(registrations.waitlistOrder))
      .limit(limit + 1);
    return pageOf(rows, limit, (row) => sealCursor(list, [row.waitlistOrder ?? 0]));
  }

  async function pageOfLatest(): Promise<Page<GuestRow>> {
    const rows = await selectGuests()
      .where(and(filter, isBeyond(openCursor(list, cursor, byRegistration))))
      .orderBy(desc(registrations.registeredAt), desc(registrations.id))
      .limit(limit + 1);
    return pageOf(rows, limit, (row) => sealCursor(list, [row.registeredAt.toISOString(), row.id]));
  }
}

/** One person of the guest list, or `not_found`. */
export async function getGuest(
  scope: DoorScope | OrganizerScope,
  { registrationId }: { registrationId: string },
): Promise<GuestListItem> {
  const [guest] = await guestsOf(scope, await selectGuests().where(isRegistration(scope.eventId, registrationId)));
  if (!guest) throw notFound();
  return guest;
}

/**
 * How many there are of each kind: the numbers on the tabs of the guest list, however many there
 * are.
 */
export async function countRegistrations(scope: DoorScope | OrganizerScope | ViewerScope): Promise<RegistrationCounts> {
  const { confirmed, pending, waitlisted, cancelled, checkedIn, eventId } = registrationCounters;
  const total = (count: SQL | PgColumn) => sql<number>`coalesce(sum(${count}), 0)::int`;
  const [row] = await db()
    .select({
      all: total(sql`${confirmed} + ${pending} + ${waitlisted} + ${cancelled}`),
      confirmed: total(confirmed),
      pending: total(pending),
      waitlisted: total(waitlisted),
      cancelled: total(cancelled),
      checkedIn: total(checkedIn),
    })
    .from(registrationCounters)
    .where(eq(eventId, scope.eventId));
  return row ?? { all: 0, confirmed: 0, pending: 0, waitlisted: 0, cancelled: 0, checkedIn: 0 };
}

async function findDetail(
  which: SQL | undefined,
  kind: TokenKind,
  tx?: Transaction,
): Promise<RegistrationDetail | null> {
  const [row] = await selectOwn(tx).where(which);
  return row ? detailOf(row, kind, tx) : null;
}

async function detailOf(row: OwnRow, kind: TokenKind, tx?: Transaction): Promise<RegistrationDetail> {
  const { ticketId, waitlistOrder, cancelledBy, userId, partyOf, ...more } = row;
  const { isClaimed, leadIsClaimed, leadConfirmBy, confirmAddressMinutes, ...shown } = more;
  const { id, eventId, status, cancelledAt } = row;
  const asksAddress = asksForAddress(leadIsClaimed ?? isClaimed, { confirmAddressMinutes });
  const standing = { status, asksAddress, confirmBy: partyOf === null ? row.confirmBy : leadConfirmBy };
  const ids = { eventId, registrationId: id, ticketId };
  const undoable = cancelledAt && cancelledBy === userId ? undoableUntil(cancelledAt) : null;
  const links = { ticket: ticketOf(ids, standing, kind), pageUrl: pageUrlOf(ids, kind) };
  const detail = { ...shown, ...links, asksAddress, undoableUntil: undoable, isGuest: partyOf !== null };
  const positions = await waitlistPositionsOf(eventId, [row], tx);
  const waitlistPosition = waitlistOrder === null ? null : (positions.get(waitlistOrder) ?? null);
  return { ...detail, waitlistPosition };
}

async function guestsOf(scope: DoorScope | OrganizerScope | ViewerScope, rows: GuestRow[]): Promise<GuestListItem[]> {
  const positions = await waitlistPositionsOf(scope.eventId, rows);
  return rows.map(({ waitlistOrder, email, addressFault, answers, ...row }) => ({
    ...row,
    email: mayOrganize(scope) ? (email ?? undefined) : undefined,
    addressFault: mayOrganize(scope) ? addressFault : undefined,
    answers: mayOrganize(scope) ? answers : undefined,
    waitlistPosition: waitlistOrder === null ? null : (positions.get(waitlistOrder) ?? null),
  }));
}

function isRegistration(eventId: string, registrationId: string): SQL | undefined {
  return and(eq(registrations.eventId, eventId), eq(registrations.id, registrationId));
}

function mayOrganize(scope: DoorScope | OrganizerScope | ViewerScope): boolean {
  return "mayOrganize" in scope ? scope.mayOrganize : true;
}
