import { and, eq, gte, isNotNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { db } from "@/db/client";
import { checkIns } from "@/db/schema/check-ins";
import { doorDevices } from "@/db/schema/door";
import { registrations } from "@/db/schema/registrations";
import { users } from "@/db/schema/users";
import type { DoorScope } from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";
import { openCursor, type Page, pageOf, sealCursor } from "@/lib/platform/page";
import { type PublicKey, signingPublicKey } from "@/lib/tickets/ticket-code";
import { listTicketKeys, type TicketKey } from "@/lib/tickets/ticket-keys";
import {
  type DoorEvent,
  findDoorEvent,
  listOtherEvents,
  listRevoked,
  type OtherEvent,
  type RevokedTicket,
} from "./door-event";
import { countDoor, type DoorNumbers, type GateCount } from "./door-numbers";
import type { RosterInput } from "./input";
import { type DoorStatus, doorStatusOf } from "./rules";

// A change shows when its transaction commits, and that is at most this long after the time written in it.
const overlapMs = 30_000;
// Instants as text keep the microseconds that a Date would lose.
const position = z.tuple([z.string(), z.uuid()]);

/**
 * A person of the guest list as a scanner keeps them: name, department and note, never an address. The records are not sealed under
 * their tickets' codes (alf.io-PI does so): then nobody could be found by name, which is what the door does for every lost ticket, and
 * the tickets' codes would have to be on this side. What a lost phone knows is kept small instead, and ends by `keepUntil`, revocation and its 401.
 */
export type RosterPerson = {
  registrationId: string;
  name: string;
  department: string | null;
  /** Whoever was let in against the list counts as confirmed. */
  status: DoorStatus;
  ticketId: string;
  reference: string;
  note: string | null;
  checkedInAt: Date | null;
  gate: string | null;
  admittedBy: string | null;
};

export type Roster = Page<RosterPerson> & {
  /** To be given back as `since` for what changes later; of several pages, that of the first. */
  asOf: Date;
  serverTime: Date;
  /** When the phone must drop all this. */
  keepUntil: Date;
  event: DoorEvent;
  counts: DoorNumbers["counts"];
  gates: GateCount[];
  ticketKey: PublicKey;
  ticketKeys: TicketKey[];
  /** The replaced tickets that changed since, on the first page; on the others none. */
  revoked: RevokedTicket[];
  /** Where else a ticket may be from; only on the first page without `since`. */
  otherEvents: OtherEvent[];
};

const leads = alias(registrations, "leads");
const scanner = alias(users, "scanner");

/** The people who changed since the given instant (everybody without one), oldest change first: nobody is left out, some come twice. */
export async function listRoster(scope: DoorScope, input: RosterInput): Promise<Roster> {
  const asOf = now();
  const since = input.since && new Date(input.since.getTime() - overlapMs);
  const isFirst = input.cursor === undefined;
  const [people, event, numbers, keys, revoked, otherEvents] = await Promise.all([
    listPeople(scope.eventId, input, since),
    findDoorEvent(scope),
    countDoor(scope),
    listTicketKeys(),
    isFirst ? listRevoked(scope.eventId, since) : [],
    isFirst && !since ? listOtherEvents(scope.eventId) : [],
  ]);
  const { keepUntil, ...about } = event;
  const current = keys.find(({ isCurrent }) => isCurrent);
  return {
    ...{ ...people, asOf, serverTime: asOf, keepUntil, event: about, ...numbers },
    ...{ ticketKey: current ?? signingPublicKey(), ticketKeys: keys, revoked, otherEvents },
  };
}

async function listPeople(
  event: string,
  { limit, cursor }: RosterInput,
  since: Date | undefined,
): Promise<Page<RosterPerson>> {
  const list = `roster:${event}`;
  const after = openCursor(list, cursor, position);
  const { eventId, updatedAt, id } = registrations;
  const rows = await db()
    .select({
      person: {
        registrationId: id,
        name: registrations.name,
        department: registrations.department,
        status: registrations.status,
        ticketId: registrations.ticketId,
        reference: registrations.reference,
        note: sql<string | null>`coalesce(${registrations.doorNote}, 'Guest of ' || ${leads.name})`,
        checkedInAt: registrations.checkedInAt,
        gate: registrations.checkedInGate,
        admittedBy: sql<string | null>`coalesce(${doorDevices.name}, ${scanner.name})`,
      },
      overrideReason: checkIns.overrideReason,
      changed: sql<string>`${updatedAt}::text`,
    })
    .from(registrations)
    .leftJoin(leads, and(eq(leads.eventId, event), eq(leads.id, registrations.partyOf)))
    .leftJoin(
      checkIns,
      and(
        ...[eq(checkIns.eventId, event), eq(checkIns.registrationId, id), eq(checkIns.isStanding, true)],
        // Cancelling takes the person out, but not the scan.
        isNotNull(registrations.checkedInAt),
      ),
    )
    .leftJoin(doorDevices, and(eq(doorDevices.eventId, event), eq(doorDevices.id, checkIns.deviceId)))
    .leftJoin(scanner, eq(scanner.id, checkIns.scannedBy))
    .where(
      and(
        eq(eventId, event),
        since && gte(updatedAt, since),
        after ? sql`(${updatedAt}, ${id}) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : undefined,
      ),
    )
    .orderBy(updatedAt, id)
    .limit(limit + 1);
  const page = pageOf(rows, limit, (row) => sealCursor(list, [row.changed, row.person.registrationId]));
  const items = page.items.map(({ person, overrideReason }) => ({
    ...person,
    status: overrideReason === null ? doorStatusOf(person.status) : "confirmed",
  }));
  return { items, nextCursor: page.nextCursor };
}
