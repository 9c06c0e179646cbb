import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";

/** What stands where a name stood. */
export const removedName = "Name removed";

/**
 * Takes everything that names somebody out of these registrations, and makes their tickets and
 * links worthless. What others count stays: status, times and, unless told otherwise, the
 * department. Returns how many there were.
 */
export async function blankRegistrations(
  tx: Transaction,
  which: SQL,
  { keepsDepartment, keepsPerson }: { keepsDepartment: boolean; keepsPerson: boolean },
): Promise<number> {
  const result = await tx.execute(sql`
    update registrations set name = ${removedName}, answers = '{}', door_note = null, search_text = '', reference = '',
      ticket_id = gen_random_uuid(), is_claimed = false, updated_at = ${now().toISOString()}::timestamptz,
      department = case when ${keepsDepartment} then department end, user_id = case when ${keepsPerson} then user_id end
    where ${which}`);
  return result.count;
}
