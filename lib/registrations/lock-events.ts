import { and, eq, inArray, isNull, lt, or } from "drizzle-orm";
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
  invitationVersion: events.invitationVersion,
  guestsPerPerson: events.guestsPerPerson,
  questions: events.questions,
};

export type RegistrableEvent = Pick<typeof events.$inferSelect, keyof typeof columns> & {
  /** False for one that is full and has no line: it was seen so without waiting, and gives no seat in this transaction. */
  isLocked: boolean;
};

/**
 * Locks the events in id order, except those that are full and have no line. FOR UPDATE would deadlock against the foreign key of
 * a registration just inserted; a row that fills up while we wait is seen as it is afterwards.
 */
export async function lockEvents(tx: Transaction, eventIds: string[]): Promise<Map<string, RegistrableEvent>> {
  const mayAdmit = or(
    isNull(events.capacity),
    lt(events.seatsTaken, events.capacity),
    eq(events.waitlistEnabled, true),
    eq(events.approval, "holds_no_seat"),
  );
  const locked = await tx
    .select(columns)
    .from(events)
    .where(and(inArray(events.id, eventIds), mayAdmit))
    .orderBy(events.id)
    .for("no key update");
  const found = new Map(locked.map((event) => [event.id, { ...event, isLocked: true }]));
  const others = eventIds.filter((id) => !found.has(id));
  if (others.length === 0) return found;
  const refusing = await tx.select(columns).from(events).where(inArray(events.id, others));
  for (const event of refusing) found.set(event.id, { ...event, isLocked: false });
  return found;
}
