import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { now } from "@/lib/platform/clock";

type Setting = "registration_months" | "audit_months";

/**
 * The instant before which the organisation keeps such things no longer; null when it keeps them
 * for ever.
 */
export async function findEndOfKeeping(setting: Setting): Promise<string | null> {
  const [row] = await db().execute<{ before: string | null }>(sql`
    select to_char((${now().toISOString()}::timestamptz - make_interval(months => ${sql.identifier(setting)})) at time zone 'UTC',
      'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as before
    from organisation where ${sql.identifier(setting)} is not null`);
  return row?.before ?? null;
}
