import { and, eq, gt, inArray, ne, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { registrations, revokedTickets } from "@/db/schema/registrations";
import { users } from "@/db/schema/users";
import { afterCommit, inTransaction, type Transaction } from "@/db/transaction";
import { lockEvent } from "@/lib/events/lock-event";
import { recordAudit } from "@/lib/platform/audit";
import { eventTag, invalidateTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { enqueueMessages } from "@/lib/platform/outbox";
import { searchTextOf } from "@/lib/platform/search-text";
import { lockRegistration, newsFor, type RegistrationRow } from "./internal";

/** What the owner says of themselves where it differs from what was registered for them. */
type OwnWords = Partial<Pick<RegistrationRow, "name" | "department" | "answers" | "searchText">>;

/**
 * Makes a registration that was made for this address by whoever claimed it the owner's: they keep
 * the place, and get a new ticket by mail, with those whom they bring; every code, link and page
 * that was given before is void, and nothing is left to confirm. Returns the row as it is then; one
 * that is nobody's claim stays as it is. The caller holds the registration's row.
 */
export async function takeOver(tx: Transaction, row: RegistrationRow, words: OwnWords = {}): Promise<RegistrationRow> {
  if (!row.isClaimed || row.status === "cancelled") return row;
  const { eventId, id, status } = row;
  const at = now();
  const party = await tx
    .select()
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), or(eq(registrations.id, id), eq(registrations.partyOf, id))))
    .orderBy(registrations.id)
    .for("no key update");
  await tx
    .insert(revokedTickets)
    .values(party.map((one) => ({ eventId, ticketId: one.ticketId, registrationId: one.id, revokedAt: at })));
  for (const one of party)
    await tx
      .update(registrations)
      .set({ ticketId: newId(), updatedAt: at })
      .where(and(eq(registrations.eventId, eventId), eq(registrations.id, one.id)));
  const [owned] = await tx
    .update(registrations)
    .set({ ...words, isClaimed: false, confirmBy: null, revision: sql`${registrations.revision} + 1` })
    .where(and(eq(registrations.eventId, eventId), eq(registrations.id, id)))
    .returning();
  if (!owned) throw new Error("a registration just locked is gone");
  await enqueueMessages(tx, newsFor(`registration_${status}`, [row]));
  await recordAudit(tx, { action: "registration.taken_over", actorId: row.userId, eventId, subjectId: id });
  afterCommit(tx, () => invalidateTags([eventTag(eventId)]));
  return owned;
}

/**
 * The same for every registration to come that others made for the address of this person, who has
 * just proved that it is theirs: it then stands under the name of their account. Returns how many
 * there were.
 */
export async function takeOverClaimed(userId: string): Promise<number> {
  const claimed = await db()
    .select({ eventId: registrations.eventId, registrationId: registrations.id, name: users.name, email: users.email })
    .from(registrations)
    .innerJoin(users, eq(users.id, registrations.userId))
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(
      and(
        eq(registrations.userId, userId),
        eq(registrations.isClaimed, true),
        ne(registrations.status, "cancelled"),
        inArray(events.status, ["published"]),
        gt(events.endsAt, now()),
      ),
    );
  for (const { eventId, registrationId, name, email } of claimed)
    await inTransaction(undefined, async (tx) => {
      await lockEvent(tx, eventId);
      const row = await lockRegistration(tx, { eventId, registrationId });
      const own = name === "" ? row.name : name;
      await takeOver(tx, row, { name: own, searchText: searchTextOf(own, email) });
    });
  return claimed.length;
}
