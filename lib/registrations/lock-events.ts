import { and, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { events } from "@/db/schema/events";
import type { Transaction } from "@/db/transaction";

const columns = {
  id: events.id,
  status: events.status,
  startsAt: events.startsAt,
  endsAt: events.endsAt,
  capacity: events.capacity,
  seatsTaken: events.seatsTaken,
  waitlistCount: events.waitlistCount,
  waitlistSequence: events.waitlistSequence,
  waitlistEnabled: events.waitlistEnabled,
  registrationOpensAt: events.registrationOpensAt,
  registrationClosesAt: events.registrationClosesAt,
  approval: events.approval,
  eligibility: events.eligibility,
  eligibleDepartments: events.eligibleDepartments,
  visibility: events.visibility,
  invitationVersion: events.invitationVersion,
  guestsPerPerson: events.guestsPerPerson,
  questions: events.questions,
  confirmAddressMinutes: events.confirmAddressMinutes,
};

export type RegistrableEvent = Pick<typeof events.$inferSelect, keyof typeof columns> & {
  /** False for one that is full and has no line: it was seen so without waiting, and gives no seat in this transaction. */
  isLocked: boolean;
};

const mayAdmit = or(
  isNull(events.capacity),
  lt(events.seatsTaken, events.capacity),
  eq(events.waitlistEnabled, true),
  eq(events.approval, "holds_no_seat"),
);

type Locked = {
  events: Map<string, RegistrableEvent>;
  /** Those that another transaction holds, and that may have a place to give. */
  held: Set<string>;
};

/**
 * Locks the events in id order, except those that are full and have no line; without patience it takes only locks that are free. FOR UPDATE would
 * deadlock against the foreign key of a registration just inserted; a row that fills up while we wait is seen as it is afterwards. Those in
 * `always` are locked even when they are full.
 */
export async function lockEvents(
  tx: Transaction,
  eventIds: string[],
  isPatient: boolean,
  always: string[] = [],
): Promise<Locked> {
  const mayGive = or(mayAdmit, inArray(events.id, always));
  const locked = await tx
    .select(columns)
    .from(events)
    .where(and(inArray(events.id, eventIds), mayGive))
    .orderBy(events.id)
    .for("no key update", isPatient ? {} : { skipLocked: true });
  const found = new Map(locked.map((event) => [event.id, { ...event, isLocked: true }]));
  const others = eventIds.filter((id) => !found.has(id));
  if (others.length === 0) return { events: found, held: new Set() };
  const rows = await tx
    .select({ ...columns, mayGive: sql<boolean>`${mayGive}` })
    .from(events)
    .where(inArray(events.id, others));
  const held = new Set(rows.flatMap(({ id, mayGive }) => (mayGive && !isPatient ? [id] : [])));
  for (const { mayGive: _, ...event } of rows) found.set(event.id, { ...event, isLocked: false });
  return { events: found, held };
}

/** The events as this transaction's own statements have left them. Takes no lock, which would be out of order now. */
export async function rereadEvents(
  tx: Transaction,
  known: Map<string, RegistrableEvent>,
): Promise<Map<string, RegistrableEvent>> {
  const ids = [...known.values()].flatMap(({ id, isLocked }) => (isLocked ? [id] : []));
  const rows = await tx.select(columns).from(events).where(inArray(events.id, ids));
  return new Map([...known, ...rows.map((event) => [event.id, { ...event, isLocked: true }] as const)]);
}
