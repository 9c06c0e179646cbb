import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** Takes the next `spanMs` of the line and returns in how many milliseconds they begin, by the database's clock. */
export async function reserveInDatabase(spanMs: number): Promise<number> {
  const [row] = await db().execute<{ waitMs: number }>(sql`
    update mail_service
    set next_send_at = greatest(next_send_at, clock_timestamp()) + make_interval(secs => ${spanMs / 1000})
    where id = 1
    returning (extract(epoch from next_send_at - clock_timestamp()) * 1000 - ${spanMs})::float8 as "waitMs"`);
  return Math.max(0, row?.waitMs ?? 0);
}

/** Keeps the line from moving for so long. */
export async function delayInDatabase(delayMs: number): Promise<void> {
  await db().execute(sql`
    update mail_service
    set next_send_at = greatest(next_send_at, clock_timestamp() + make_interval(secs => ${delayMs / 1000}))
    where id = 1`);
}
