import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { now } from "@/lib/platform/clock";

const batch = 5_000;

/**
 * Deletes what is kept for a time only: messages 90 days after they were settled, idempotency keys
 * after 24 hours, sign-in codes, links that work once and sessions a day after they expired.
 * Returns how many rows went. In small statements, each along an index, so that nobody waits for
 * it; the signal ends it after one of them.
 */
export async function purgeExpired(signal?: AbortSignal): Promise<number> {
  const isSettled = sql`status in ('sent', 'skipped')`;
  const counts = [
    await deleteBatches({ table: sql`outbox`, age: sql`created_at`, hours: 90 * 24, isMeant: isSettled, signal }),
    await deleteBatches({ table: sql`idempotency_keys`, age: sql`created_at`, hours: 24, signal }),
    await deleteBatches({ table: sql`sign_in_guesses`, age: sql`started_at`, hours: 24, signal }),
    await deleteBatches({ table: sql`sign_in_codes`, age: sql`expires_at`, hours: 24, signal }),
    await deleteBatches({ table: sql`access_links`, age: sql`expires_at`, hours: 24, signal }),
    await deleteBatches({ table: sql`sessions`, age: sql`expires_at`, hours: 24, signal }),
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}

type Expired = { table: SQL; age: SQL; hours: number; isMeant?: SQL; signal?: AbortSignal };

async function deleteBatches({ table, age, hours, isMeant = sql`true`, signal }: Expired): Promise<number> {
  const before = sql`${new Date(now().getTime() - hours * 3_600_000).toISOString()}::timestamptz`;
  let total = 0;
  for (let deleted = batch; deleted === batch && !signal?.aborted; total += deleted) {
    const result = await db().execute(sql`
      delete from ${table} where ctid = any(array(
        select ctid from ${table} where ${age} < ${before} and ${isMeant} order by ${age} limit ${batch}
      ))`);
    deleted = result.count;
  }
  return total;
}
