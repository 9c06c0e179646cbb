import type { Sql } from "postgres";

const batch = 100;

/**
 * Makes the counters of events right whose rows were there before the counters. In small transactions, each of which is progress that stays,
 * while others write and read; several processes may do it at once.
 */
export async function recountPendingEvents(sql: Sql): Promise<void> {
  for (let counted = batch; counted > 0; )
    counted = await sql.begin(async (tx) => {
      await tx`set local statement_timeout = 0`;
      const events = await tx<{ eventId: string }[]>`
        delete from pending_recounts where event_id in (
          select event_id from pending_recounts order by event_id limit ${batch} for update skip locked)
        returning event_id as "eventId"`;
      if (events.length > 0) await tx`select recount_events(${events.map(({ eventId }) => eventId)}::uuid[])`;
      return events.length;
    });
}
