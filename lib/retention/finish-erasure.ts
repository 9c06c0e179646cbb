import { and, eq, gt, isNotNull, isNull, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { registrations } from "@/db/schema/registrations";
import { users } from "@/db/schema/users";
import { inTransaction } from "@/db/transaction";
import { lockEvent } from "@/lib/events/lock-event";
import { eventTag, invalidateTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { lockForRelease, releaseRegistrations } from "@/lib/registrations/release-registrations";
import { eraseTraces } from "./erase-traces";

/** Goes on with every erasure that was begun; returns how many people are erased now. */
export async function finishErasures(signal?: AbortSignal): Promise<number> {
  const begun = await db().select({ id: users.id }).from(users).where(isNotNull(users.erasingAt)).limit(1_000);
  let total = 0;
  for (const { id } of begun) {
    if (signal?.aborted) break;
    await finishErasure(id);
    total += 1;
  }
  return total;
}

/**
 * Takes whatever names this person out of every table. Their places at events to come are given up
 * first, each under its event's lock, so that a seat passes on in the same transaction. May be
 * called again after it was broken off anywhere.
 */
export async function finishErasure(userId: string): Promise<void> {
  const mine = await db()
    .select({ eventId: registrations.eventId, registrationId: registrations.id })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(
      and(
        eq(registrations.userId, userId),
        ne(registrations.status, "cancelled"),
        isNull(registrations.checkedInAt),
        gt(events.endsAt, now()),
      ),
    );
  for (const ids of mine) await giveUp(ids, userId);
  const touched = await inTransaction(undefined, (tx) => eraseTraces(tx, userId));
  await invalidateTags(touched.map(eventTag));
}

async function giveUp(ids: { eventId: string; registrationId: string }, userId: string): Promise<void> {
  await inTransaction(undefined, async (tx) => {
    await lockEvent(tx, ids.eventId);
    const row = await lockForRelease(tx, ids);
    if (row.status === "cancelled" || row.checkedInAt) return;
    await releaseRegistrations(tx, ids.eventId, [row], { by: userId, tell: "registration_cancelled" });
  });
}
