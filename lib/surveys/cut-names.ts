import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { inTransaction, type Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";

const batch = 5_000;

/**
 * Cuts the answers of closed surveys from who gave them, where the organizer had not said
 * beforehand that names stay. Afterwards neither a person nor an hour is left of them, and such a
 * survey does not open again. Returns how many answers were cut; the signal ends it after a batch.
 */
export async function cutNames(signal?: AbortSignal): Promise<number> {
  let total = 0;
  for (const { id } of await listClosed()) {
    if (signal?.aborted) break;
    if (await closeForGood(id)) total += await cutAnswersOf(id, signal);
  }
  return total;
}

const closesAt = sql`coalesce(s.closes_at, coalesce(s.opens_at, e.ends_at) + interval '14 days')`;
const isOver = () => sql`not coalesce(s.keeps_names, false) and ${closesAt} <= ${now().toISOString()}::timestamptz`;

// One probe of the index an event whose answers have names, however many answers it has.
function listClosed() {
  return db().execute<{ id: string }>(sql`
    with recursive named (id) as (
      (select event_id from survey_responses where user_id is not null order by event_id limit 1)
      union all
      select (
        select r.event_id from survey_responses r where r.user_id is not null and r.event_id > named.id order by r.event_id limit 1
      ) from named where named.id is not null
    )
    select e.id from named join events e using (id) left join surveys s on s.event_id = e.id where ${isOver()}`);
}

/**
 * True when the survey is closed still, now for good: an organizer who moves its end at the same
 * moment comes before or is refused.
 */
async function closeForGood(eventId: string): Promise<boolean> {
  return inTransaction(undefined, async (tx) => {
    await tx.execute(sql`select from events where id = ${eventId} for update`);
    const closed = await tx.execute(sql`
      insert into surveys (event_id, names_cut_at)
      select e.id, ${now().toISOString()}::timestamptz from events e left join surveys s on s.event_id = e.id
      where e.id = ${eventId} and ${isOver()}
      on conflict (event_id) do update set names_cut_at = coalesce(surveys.names_cut_at, excluded.names_cut_at)
      returning event_id`);
    return closed.length > 0;
  });
}

// A UUIDv7 begins with its time: the day's, so that it tells no more than the row does.
const day = sql`date_trunc('day', created_at, 'UTC')`;
const idOfDay = sql`(lpad(to_hex((extract(epoch from ${day}) * 1000)::bigint), 12, '0') || '7'
  || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid`;

/**
 * Cuts the answers of one event's survey from who gave them, whatever it promised; returns how
 * many.
 */
export async function cutAnswersOf(eventId: string, signal?: AbortSignal): Promise<number> {
  let total = 0;
  for (let cut = batch; cut === batch && !signal?.aborted; total += cut) {
    const result = await db().execute(sql`
      update survey_responses set user_id = null, id = ${idOfDay}, created_at = ${day}
      where event_id = ${eventId} and id = any(array(
        select id from survey_responses where event_id = ${eventId} and user_id is not null limit ${batch}
      ))`);
    cut = result.count;
  }
  return total;
}

/**
 * The answers that still name this person lose them, whatever their survey promised; returns how
 * many.
 */
export async function cutAnswersOfPerson(tx: Transaction, userId: string): Promise<number> {
  const result = await tx.execute(sql`
    update survey_responses set user_id = null, id = ${idOfDay}, created_at = ${day} where user_id = ${userId}`);
  return result.count;
}
