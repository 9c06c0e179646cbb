import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { now } from "@/lib/platform/clock";

const batch = 5_000;

/**
 * Deletes what is kept for a time only: messages 90 days after they were settled, idempotency keys after 24 hours, sign-in codes and
 * sessions a day after they expired. Returns how many rows went. In small statements, so that nobody waits for it.
 */
export async function purgeExpired(): Promise<number> {
  const before = (hours: number) => sql`${new Date(now().getTime() - hours * 3_600_000).toISOString()}::timestamptz`;
  const counts = [
    await deleteBatches(sql`outbox`, sql`status in ('sent', 'skipped') and created_at < ${before(90 * 24)}`),
    await deleteBatches(sql`idempotency_keys`, sql`created_at < ${before(24)}`),
    await deleteBatches(sql`sign_in_codes`, sql`expires_at < ${before(24)}`),
    await deleteBatches(sql`sessions`, sql`expires_at < ${before(24)}`),
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}

async function deleteBatches(table: SQL, isExpired: SQL): Promise<number> {
  let total = 0;
  for (let deleted = batch; deleted === batch; total += deleted) {
    const result = await db().execute(
      sql`delete from ${table} where ctid = any(array(select ctid from ${table} where ${isExpired} limit ${batch}))`,
    );
    deleted = result.count;
  }
  return total;
}
