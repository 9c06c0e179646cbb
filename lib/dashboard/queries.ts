import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import type { OrganizerScope, ViewerScope } from "@/lib/access/scopes";
import { cached, eventTag } from "@/lib/platform/cache";
import { notFound } from "@/lib/platform/errors";
import { readTogether } from "@/lib/platform/read-together";
import { type Aggregates, readAggregates } from "./aggregates";

/** An event in numbers. `registered` are confirmed registrations; days and arrivals are those of the event's zone. */
export type Dashboard = Aggregates & {
  eventId: string;
  capacity: number | null;
  registered: number;
  waitlisted: number;
};

const keptSeconds = 15 * 60;

/**
 * The event's numbers, cached until the event, a registration, a check-in or a response changes (15
 * minutes at most). Capacity, seats taken and the waitlist come from the event row each time.
 */
export async function getDashboard({ eventId }: OrganizerScope | ViewerScope): Promise<Dashboard> {
  const options = { tags: [eventTag(eventId)], ttlSeconds: keptSeconds };
  const [[event], aggregates] = await Promise.all([
    readTogether(`seats of ${eventId}`, async () =>
      db()
        .select({ capacity: events.capacity, registered: events.seatsTaken, waitlisted: events.waitlistCount })
        .from(events)
        .where(eq(events.id, eventId)),
    ),
    cached(`dashboard:${eventId}`, options, () => readAggregates(eventId)),
  ]);
  if (!event) throw notFound();
  return { eventId, ...event, ...aggregates };
}
