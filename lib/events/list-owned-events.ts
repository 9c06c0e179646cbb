import { desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import type { AdminScope } from "@/lib/access/scopes";
import type { EventStatus } from "./input";

export type OwnedEvent = { id: string; title: string; status: EventStatus; startsAt: Date; timezone: string };

/** How many events a person owns, and the ten that start last. */
export async function listOwnedEvents(
  _scope: AdminScope,
  userId: string,
): Promise<{ count: number; latest: OwnedEvent[] }> {
  const { id, title, status, startsAt, timezone } = events;
  const [count, latest] = await Promise.all([
    db().$count(events, eq(events.organizerId, userId)),
    db()
      .select({ id, title, status, startsAt, timezone })
      .from(events)
      .where(eq(events.organizerId, userId))
      .orderBy(desc(startsAt), desc(id))
      .limit(10),
  ]);
  return { count, latest };
}
