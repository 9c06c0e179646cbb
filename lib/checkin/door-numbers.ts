import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { cached, eventTag } from "@/lib/platform/cache";

/** How many hold a seat, and how many people are in, whatever their seat: each counts once. */
export type DoorCounts = { registered: number; checkedIn: number };
export type GateCount = { gate: string | null; checkedIn: number };
export type DoorNumbers = { counts: DoorCounts; gates: GateCount[] };

const keptSeconds = 15 * 60;

/** Who is in, altogether and by the gate that let them in, counted in one statement; kept until somebody is let in, undone, registers or cancels. */
export async function countDoor({ eventId }: { readonly eventId: string }): Promise<DoorNumbers> {
  const options = { tags: [eventTag(eventId)], ttlSeconds: keptSeconds };
  return cached(`door-numbers:${eventId}`, options, async () => {
    const [row] = await db().execute<DoorNumbers>(sql`
      with inside as (
        select checked_in_gate as gate, count(*)::int as "checkedIn" from registrations
        where event_id = ${eventId} and checked_in_at is not null group by 1 order by 2 desc, 1
      )
      select json_build_object(
          'registered', (select count(*) from registrations where event_id = ${eventId} and status = 'confirmed'),
          'checkedIn', (select coalesce(sum("checkedIn"), 0) from inside)) as counts,
        (select coalesce(json_agg(inside), '[]') from inside) as gates`);
    if (!row) throw new Error("an aggregate answered with no row");
    return row;
  });
}
