import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { findEndOfKeeping } from "./find-end-of-keeping";

const batch = 5_000;

/**
 * Deletes entries of the audit log that are older than the organisation keeps them, the oldest
 * first; returns how many.
 */
export async function purgeAudit(signal?: AbortSignal): Promise<number> {
  const before = await findEndOfKeeping("audit_months");
  if (before === null) return 0;
  let total = 0;
  for (let purged = batch; purged === batch && !signal?.aborted; total += purged) {
    const [row] = await db().execute<{ purged: number }>(sql`
      select purge_audit_log(${before}::timestamptz, ${batch}) as purged`);
    purged = row?.purged ?? 0;
  }
  return total;
}
