import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { events } from "@/db/schema/events";
import { registrations } from "@/db/schema/registrations";
import { afterCommit, type Transaction } from "@/db/transaction";
import { eventTag, invalidateTags } from "@/lib/platform/cache";
import { notFound } from "@/lib/platform/errors";
import type { Message, MessageKind } from "@/lib/platform/outbox";

export type RegistrationRow = typeof registrations.$inferSelect;

/** The registration's row, held until the transaction ends; the event must be locked before it. */
export async function lockRegistration(
  tx: Transaction,
  { eventId, registrationId }: { eventId: string; registrationId: string },
): Promise<RegistrationRow> {
  const [row] = await tx
    .select()
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), eq(registrations.id, registrationId)))
    .for("no key update");
  if (!row) throw notFound();
  return row;
}

/** Those who come with these registrations and have not left, held until the transaction ends. */
export async function lockParties(tx: Transaction, eventId: string, leadIds: string[]): Promise<RegistrationRow[]> {
  return tx
    .select()
    .from(registrations)
    .where(
      and(
        eq(registrations.eventId, eventId),
        inArray(registrations.partyOf, leadIds),
        ne(registrations.status, "cancelled"),
      ),
    )
    .orderBy(registrations.id)
    .for("no key update");
}

/** What each of these is told about the change that their next revision is; a named guest has no address. */
export function newsFor(kind: MessageKind, rows: RegistrationRow[]): Message[] {
  return rows.flatMap(({ eventId, id, userId, revision }) =>
    userId === null ? [] : [{ kind, dedupeKey: `${kind}:${id}:${revision + 1}`, eventId, registrationId: id, userId }],
  );
}

/** Changes the counters of a locked event by so many seats and places in the line; a new place takes the next number. */
export async function addToCounters(
  tx: Transaction,
  eventId: string,
  by: { seats: number; waiting: number },
): Promise<void> {
  await tx
    .update(events)
    .set({
      seatsTaken: sql`${events.seatsTaken} + ${by.seats}`,
      waitlistCount: sql`${events.waitlistCount} + ${by.waiting}`,
      waitlistSequence: sql`${events.waitlistSequence} + ${Math.max(0, by.waiting)}`,
    })
    .where(eq(events.id, eventId));
  afterCommit(tx, () => invalidateTags([eventTag(eventId)]));
}
