import { and, eq, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { checkIns } from "@/db/schema/check-ins";
import { events } from "@/db/schema/events";
import { registrations, revokedTickets } from "@/db/schema/registrations";
import type { Transaction } from "@/db/transaction";
import { isTicketCodeOf } from "@/lib/tickets/ticket-code";
import type { TicketClaim } from "./read-ticket";
import { doorStatusOf, type Holder } from "./rules";

export type StoredScan = typeof checkIns.$inferSelect;

/** A registration of this event, locked until the transaction ends, with its admission as it stands. */
export type LockedHolder = Holder & {
  registrationId: string;
  ticketId: string;
  reference: string;
  name: string;
  department: string | null;
  eventCancelledAt: Date | null;
};

const none: never[] = [];

/**
 * Locks the registrations that the claims name, in id order, so that two batches never wait for each other in a ring. Who is not patient
 * gets an error (SQLSTATE 55P03) instead of a wait for one that somebody else holds.
 */
export async function lockHolders(
  tx: Transaction,
  eventId: string,
  claims: TicketClaim[],
  isPatient: boolean,
): Promise<LockedHolder[]> {
  const areNamed = isNamedBy(eventId, claims);
  if (!areNamed) return [];
  const rows = await tx
    .select({
      registrationId: registrations.id,
      ticketId: registrations.ticketId,
      reference: registrations.reference,
      name: registrations.name,
      department: registrations.department,
      status: registrations.status,
      checkedInAt: registrations.checkedInAt,
      gate: registrations.checkedInGate,
      eventCancelledAt: events.cancelledAt,
    })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(areNamed)
    .orderBy(registrations.id)
    .for("no key update", isPatient ? { of: registrations } : { of: registrations, noWait: true });
  return rows.map(({ checkedInAt, gate, status, ...row }) => ({
    ...row,
    status: doorStatusOf(status),
    standing: checkedInAt && { at: checkedInAt, gate, device: null, overrideReason: null },
  }));
}

/** The scans already stored under these ids, and the standing admissions of the registrations that the claims name. */
export async function findStoredScans(
  tx: Transaction,
  eventId: string,
  scanIds: string[],
  claims: TicketClaim[],
): Promise<StoredScan[]> {
  const areNamed = isNamedBy(eventId, claims);
  const named = tx.select({ id: registrations.id }).from(registrations).where(areNamed);
  // As an array they are looked up one by one; joined, the planner might read all of the event.
  const isStandingOfThese =
    areNamed && and(sql`${checkIns.registrationId} = any(array(${named}))`, eq(checkIns.isStanding, true));
  return await tx
    .select()
    .from(checkIns)
    .where(and(eq(checkIns.eventId, eventId), or(inArray(checkIns.scanId, scanIds), isStandingOfThese)));
}

/** The condition of a registration that one of the claims names; undefined when they name none. */
function isNamedBy(eventId: string, claims: TicketClaim[]): SQL | undefined {
  const ticketIds = claims.flatMap((claim) => (claim.kind === "ours" ? claim.ticketId : none));
  const references = claims.flatMap((claim) => (claim.kind === "reference" ? claim.reference : none));
  if (ticketIds.length + references.length === 0) return undefined;
  const isOneOfThem = or(inArray(registrations.ticketId, ticketIds), inArray(registrations.reference, references));
  return and(eq(registrations.eventId, eventId), isOneOfThem);
}

/** The registrations whose replaced tickets these are, by ticket id. */
export async function findRevoked(tx: Transaction, eventId: string, ticketIds: string[]): Promise<Map<string, string>> {
  if (ticketIds.length === 0) return new Map();
  const rows = await tx
    .select({ ticketId: revokedTickets.ticketId, registrationId: revokedTickets.registrationId })
    .from(revokedTickets)
    .where(and(eq(revokedTickets.eventId, eventId), inArray(revokedTickets.ticketId, ticketIds)));
  return new Map(rows.map((row) => [row.ticketId, row.registrationId]));
}

/** The other events that these codes are genuine tickets of, by code; altered codes are left out. */
export async function findOtherEvents(
  tx: Transaction,
  eventId: string,
  claims: Extract<TicketClaim, { kind: "foreign" }>[],
): Promise<Map<string, string>> {
  if (claims.length === 0) return new Map();
  const ticketIds = claims.map((claim) => claim.ticketId);
  const current = tx
    .select({ ticketId: registrations.ticketId, eventId: registrations.eventId })
    .from(registrations)
    .where(and(inArray(registrations.ticketId, ticketIds), ne(registrations.eventId, eventId)));
  const replaced = tx
    .select({ ticketId: revokedTickets.ticketId, eventId: revokedTickets.eventId })
    .from(revokedTickets)
    .where(and(inArray(revokedTickets.ticketId, ticketIds), ne(revokedTickets.eventId, eventId)));
  const eventIds = new Map((await current.unionAll(replaced)).map((row) => [row.ticketId, row.eventId]));
  const genuine = claims.flatMap(({ code, ticketId, keys }): [string, string][] => {
    const otherId = eventIds.get(ticketId);
    return otherId && isTicketCodeOf(code, { eventId: otherId, ticketId }, keys) ? [[code, otherId]] : none;
  });
  return new Map(genuine);
}
