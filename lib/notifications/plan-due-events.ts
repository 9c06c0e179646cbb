import { type SQL, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";

const eventsAtOnce = 500;

/**
 * Lets `plan` look at the next events that this timer is due to look at, held until it has set
 * their next time, and returns how many there were. It gets their ids as a subquery.
 */
export async function planDueEvents(
  name: "reminders" | "surveys",
  plan: (tx: Transaction, eventIds: SQL) => Promise<unknown>,
): Promise<number> {
  return inTransaction(undefined, async (tx) => {
    const due = await tx.execute<{ event_id: string }>(sql`
      select event_id from event_timers where name = ${name} and due_at <= ${now().toISOString()}::timestamptz
      order by due_at limit ${eventsAtOnce} for update skip locked`);
    if (due.length === 0) return 0;
    // Whatever the planner has last counted, no table is read from end to end.
    await tx.execute(sql`set local enable_seqscan = off`);
    // A statement of its own, after the lock: it sees every change that made an event due.
    const ids = JSON.stringify(due.map(({ event_id }) => event_id));
    await plan(tx, sql`(select value::uuid from jsonb_array_elements_text(${ids}::text::jsonb))`);
    return due.length;
  });
}
