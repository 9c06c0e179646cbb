import type { Sql } from "postgres";

const batch = 100;

/**
 * Makes the counters of events right whose rows were there before the counters. In small
 * transactions, each of which is progress that stays, while others write and read; several
 * processes may do it at once.
 */
export async function recountPendingEvents(sql: Sql): Promise<void> {
  for (let counted = batch; counted > 0; )
    counted = await sql.begin(async (tx) => {
      await tx`set local statement_timeout = 0`;
      const [done] = await tx<{ events: number }[]>`
        with next as (
          delete from pending_recounts where event_id in (
            select event_id from pending_recounts order by event_id limit ${batch} for update skip locked)
          returning event_id)
        select recount_events(array_agg(event_id)), count(*)::int as events from next`;
      return done?.events ?? 0;
    });
}
