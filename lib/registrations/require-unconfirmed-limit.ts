import { and, inArray, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { unconfirmedShareOf } from "@/lib/platform/limits";
import { lookUpTogether } from "@/lib/platform/look-up-together";
import { takeOrRefuse } from "@/lib/platform/rate-limit";
import type { RegisterInput } from "./input";

/**
 * Counts the places that a stranger and their guests ask for at an event with limited seats that
 * has addresses confirmed, or throws `rate_limited` when their network's share of the seats is used
 * up.
 */
export async function requireUnconfirmedLimit(
  caller: string,
  { eventId, guests }: Pick<RegisterInput, "eventId" | "guests">,
): Promise<void> {
  const capacity = (await findScarce(eventId)).get(eventId);
  if (capacity === undefined) return;
  const keys = [`event:${eventId} ${caller}`];
  await takeOrRefuse("registerUnconfirmed", keys, 1 + guests.length, unconfirmedShareOf(capacity));
}

const findScarce = lookUpTogether(async (eventIds: string[]) => {
  const isScarce = and(isNotNull(events.capacity), isNotNull(events.confirmAddressMinutes));
  const rows = await db()
    .select({ id: events.id, capacity: events.capacity })
    .from(events)
    .where(and(inArray(events.id, [...new Set(eventIds)]), isScarce));
  return new Map(rows.map(({ id, capacity }) => [id, capacity ?? 0]));
});
