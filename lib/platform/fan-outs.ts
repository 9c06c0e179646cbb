import { type SQL, sql } from "drizzle-orm";
import { fanOuts } from "@/db/schema/fan-outs";
import { inTransaction, type Transaction } from "@/db/transaction";
import { now } from "./clock";
import { newMessageId } from "./new-message-id";
import type { MessageKind } from "./outbox";

// A statement of so many registrations takes some tenths of a second.
const rowsAtOnce = 2_500;
const fanOutsAtOnce = 100;
// A change may be committed so long after the instant that it carries, by clocks that differ so
// much.
const overlapSeconds = 120;

/**
 * Who of an event's people gets the messages of these kinds. In the SQL `r` is the registration
 * with the fields of its fan-out.
 */
export type Recipients = {
  kinds: MessageKind[];
  dedupeKey: SQL;
  /** Further joins to `r`. */
  joins?: SQL;
  /** A further part of the statement's `with`, of `batch r`. */
  with?: SQL;
  isRecipient: SQL;
  /** Which fan-outs `f` have to wait for now. */
  mustWait?: SQL;
};

type FanOutKey = { event_id: string; about: string };
type BatchOptions = { tx?: Transaction; only?: { eventId: string; about: string }; limit?: number };

/** True while messages of these kinds are still to be written; one probe of an index each. */
export function areUnfinished(kinds: MessageKind[]): SQL {
  return sql`exists (select from fan_outs where kind in ${kinds} and not is_caught_up)`;
}

/**
 * Writes the messages to the next registrations of the unfinished fan-outs, fairly among them,
 * together with how far it got, and returns how many; null when there was nothing left to look at.
 * A process that is killed or meets another one loses and doubles nothing.
 */
export async function writeFanOutBatch(recipients: Recipients, options: BatchOptions = {}): Promise<number | null> {
  return inTransaction(options.tx, async (tx) => {
    const keys = await takeFanOuts(tx, recipients, options);
    if (keys.length === 0) return null;
    const rowsEach = Math.ceil((options.limit ?? rowsAtOnce) / keys.length);
    return writeMessages(tx, recipients, keys, rowsEach);
  });
}

/**
 * Ends fan-outs whose time is over, and has those go on whose people have changed since they were
 * looked at.
 */
export async function resumeFanOuts(kind: MessageKind): Promise<void> {
  await inTransaction(undefined, async (tx) => {
    const at = now().toISOString();
    await tx.execute(sql`delete from fan_outs where kind = ${kind} and until <= ${at}::timestamptz`);
    // A subquery with a limit is looked up by the index, one event after the other, whatever the
    // planner has last counted.
    await tx.execute(sql`
      update fan_outs f set is_caught_up = false
      where f.kind = ${kind} and f.is_caught_up and (
        select true from registrations r where r.event_id = f.event_id and r.updated_at > f.after_updated_at
        order by r.updated_at limit 1
      )`);
  });
}

async function takeFanOuts(tx: Transaction, { kinds, mustWait }: Recipients, { only }: BatchOptions) {
  const at = now().toISOString();
  return tx.execute<FanOutKey>(sql`
    select f.event_id, f.about from ${fanOuts} f
    where f.kind in ${kinds} and not f.is_caught_up and (f.until is null or f.until > ${at}::timestamptz)
      and not (${mustWait ?? sql`false`})
      and ${only ? sql`f.event_id = ${only.eventId}::uuid and f.about = ${only.about}` : sql`true`}
    order by f.created_at limit ${fanOutsAtOnce} for update skip locked`);
}

async function writeMessages(tx: Transaction, recipients: Recipients, keys: FanOutKey[], rowsEach: number) {
  const { dedupeKey, joins = sql``, with: furtherPart = sql``, isRecipient } = recipients;
  const at = sql`${now().toISOString()}::timestamptz`;
  // Whatever the planner has last counted, no table is read from end to end.
  await tx.execute(sql`set local enable_seqscan = off`);
  const [row] = await tx.execute<{ written: number }>(sql`
    with job as materialized (
      select f.* from jsonb_to_recordset(${JSON.stringify(keys)}::text::jsonb) as k (event_id uuid, about text)
      join fan_outs f on f.event_id = k.event_id and f.about = k.about
    ), batch as materialized (
      select job.about, job.kind, job.priority, job.moment, job.minutes, job.announcement_id, job.former_plan, r.*
      from job cross join lateral (
        select event_id, id, user_id, status, department, registered_at, checked_in_at, updated_at from registrations
        where event_id = job.event_id and (updated_at, id) > (job.after_updated_at, job.after_id)
        order by updated_at, id limit ${rowsEach}
      ) r
    ), ${furtherPart} written as (
      insert into outbox (id, kind, dedupe_key, event_id, registration_id, user_id, announcement_id, former_plan,
                          priority, run_at, created_at)
      select ${newMessageId}, r.kind, ${dedupeKey}, r.event_id, r.id, r.user_id, r.announcement_id, r.former_plan,
             r.priority, ${at}, ${at}
      from batch r ${joins}
      where r.user_id is not null and ${isRecipient}
      on conflict (dedupe_key) do nothing
      returning event_id, announcement_id
    ), reached as (
      select distinct on (event_id, about) event_id, about, updated_at, id,
             count(*) over (partition by event_id, about) = ${rowsEach} as has_more
      from batch order by event_id, about, updated_at desc, id desc
    ), progress as (
      select job.event_id, job.about, job.until is null as is_one_pass, coalesce(has_more, false) as has_more, updated_at, id
      from job left join reached using (event_id, about)
    ), moved as (
      update fan_outs f
      set is_caught_up = not p.has_more,
          after_updated_at = case when p.has_more then p.updated_at else ${at} - make_interval(secs => ${overlapSeconds}) end,
          after_id = case when p.has_more then p.id else '00000000-0000-0000-0000-000000000000' end
      from progress p
      where f.event_id = p.event_id and f.about = p.about and (p.has_more or not p.is_one_pass)
    ), ended as (
      delete from fan_outs f using progress p
      where f.event_id = p.event_id and f.about = p.about and p.is_one_pass and not p.has_more
    ), counted as (
      update announcements a set recipient_count = a.recipient_count + w.how_many
      from (select event_id, announcement_id, count(*)::int as how_many from written group by 1, 2) w
      where a.event_id = w.event_id and a.id = w.announcement_id
    )
    select count(*)::int as written from written`);
  await tx.execute(sql`set local enable_seqscan to default`);
  return row?.written ?? 0;
}
