import { and, eq, gte, inArray, sql } from "drizzle-orm";
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
        note: registrations.doorNote,
        checkedInAt: registrations.checkedInAt,
        gate: registrations.checkedInGate,
      },
      partyOf: registrations.partyOf,
      changed: sql<string>`${updatedAt}::text`,
    })
    .from(registrations)
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
  const inside = page.items.flatMap(({ person }) => (person.checkedInAt ? person.registrationId : []));
  // By the ids of this page: joined to the page's query, the planner would read the whole event's scans for each.
  const [admitters, leads] = await Promise.all([
    findAdmitters(event, inside),
    findNames(
      event,
      page.items.flatMap(({ partyOf }) => partyOf ?? []),
    ),
  ]);
  const items = page.items.map(({ person, partyOf }) => {
    const admitter = admitters.get(person.registrationId);
    const lead = partyOf === null ? undefined : leads.get(partyOf);
    return {
      ...person,
      status: admitter?.overrideReason ? ("confirmed" as const) : doorStatusOf(person.status),
      note: person.note ?? (lead ? `Guest of ${lead}` : null),
      admittedBy: admitter?.name ?? null,
    };
  });
  return { items, nextCursor: page.nextCursor };
}

/** Who let each of these in, and why, if it was against the list. */
async function findAdmitters(eventId: string, registrationIds: string[]) {
  if (registrationIds.length === 0) return new Map<string | null, never>();
  // Joined to a page of hundreds, all users would be read to find the few who scan.
  const scanner = sql`(select ${users.name} from ${users} where ${users.id} = ${checkIns.scannedBy})`;
  const rows = await db()
    .select({
      registrationId: checkIns.registrationId,
      overrideReason: checkIns.overrideReason,
      name: sql<string | null>`coalesce(${doorDevices.name}, ${scanner})`,
    })
    .from(checkIns)
    .leftJoin(doorDevices, and(eq(doorDevices.eventId, eventId), eq(doorDevices.id, checkIns.deviceId)))
    .where(
      and(
        ...[eq(checkIns.eventId, eventId), inArray(checkIns.registrationId, registrationIds)],
        eq(checkIns.isStanding, true),
      ),
    );
  return new Map(rows.map((row) => [row.registrationId, row]));
}

async function findNames(eventId: string, registrationIds: string[]): Promise<Map<string, string>> {
  if (registrationIds.length === 0) return new Map();
  const rows = await db()
    .select({ id: registrations.id, name: registrations.name })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), inArray(registrations.id, registrationIds)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
