import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { eventKeyOf } from "@/db/event-key";
import type { Transaction } from "@/db/transaction";

type Place = { status: string; waitlistOrder: number | null };

/**
 * The rank in the event's line of each of these places, by waitlist order: 1 is next. One pass over the line's index, however many
 * places are asked for.
 */
export async function waitlistPositionsOf(
  eventId: string,
  places: Place[],
  tx?: Transaction,
): Promise<Map<number, number>> {
  const orders = places.flatMap(({ waitlistOrder }) => waitlistOrder ?? []).sort((left, right) => left - right);
  const last = orders.at(-1);
  if (last === undefined) return new Map();
  const rows = await (tx ?? db()).execute<{ reached: number; people: number }>(sql`
    select width_bucket(waitlist_order, array(select jsonb_array_elements_text(${JSON.stringify(orders)}::text::jsonb)::int))
             as reached, count(*)::int as people
    from registrations
    where event_id = ${eventKeyOf(eventId)} and status = 'waitlisted' and waitlist_order <= ${last}
    group by 1`);
  const people = new Map(rows.map((row) => [row.reached, row.people]));
  let ahead = people.get(0) ?? 0;
  return new Map(
    orders.map((order, place) => {
      const position = ahead + 1;
      ahead += people.get(place + 1) ?? 0;
      return [order, position];
    }),
  );
}
