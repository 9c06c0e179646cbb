import { sql } from "drizzle-orm";
import { inTransaction } from "@/db/transaction";
import { decideGroup } from "@/lib/registrations/decide-group";

const groupSize = 500;

/** Does `group` over and over for so long; how many a second of the registrations that each one makes. */
async function perSecond(seconds: number, group: (from: number) => Promise<unknown>): Promise<number> {
  const endsAt = performance.now() + seconds * 1000;
  let count = 0;
  for (; performance.now() < endsAt; count += groupSize) await group(count);
  return count / seconds;
}

/** How many a second of the same rows PostgreSQL stores by bare inserts, 500 at a time: users, registrations, messages, the counter. */
export function measureBareInserts(eventId: string, seconds: number): Promise<number> {
  return perSecond(seconds, () =>
    inTransaction(undefined, (tx) =>
      tx.execute(sql`
        with person as materialized (select gen_random_uuid() as id, gen_random_uuid() as registration from generate_series(1, ${groupSize}))
        , new_user as (insert into users (id, email, name) select id, id || '@bench.test', 'Bench' from person)
        , row as (
          insert into registrations (event_id, id, user_id, name, status, ticket_id, reference, search_text, registered_at)
          select ${eventId}::uuid, registration, id, 'Bench', 'confirmed', gen_random_uuid(), upper(substr(id::text, 1, 8)), 'bench', now()
          from person)
        , message as (
          insert into outbox (id, kind, dedupe_key, event_id, registration_id, user_id, run_at)
          select gen_random_uuid(), 'registration_confirmed', 'registration_confirmed:' || registration || ':0', ${eventId}::uuid, registration, id, now()
          from person)
        update events set seats_taken = seats_taken + ${groupSize} where id = ${eventId}`),
    ),
  );
}

/** How many registrations a second the gathered statement alone takes, in groups of 500, without HTTP around it. */
export function measureSqlFloor(eventId: string, seconds: number): Promise<number> {
  return perSecond(seconds, (count) => {
    const group = Array.from({ length: groupSize }, (_, nth) => ({
      ...{
        eventId,
        who: { name: "Bench", email: `floor-${count + nth}-${eventId}@bench.test` },
        department: undefined,
      },
      ...{ answers: {}, guests: [], invitation: undefined, isAdded: false, claim: null },
    }));
    return inTransaction(undefined, (tx) => decideGroup(tx, group, true));
  });
}
