import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { inTransaction } from "@/db/transaction";
import { eventTag, invalidateTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { cutAnswersOf } from "@/lib/surveys/cut-names";
import { blankRegistrations, removedName } from "./blank-registrations";
import { deleteUnnamedGuests } from "./delete-unnamed-guests";
import { findEndOfKeeping } from "./find-end-of-keeping";

const batch = 2_000;
const first = "00000000-0000-0000-0000-000000000000";

/**
 * Takes the names out of the registrations of events that ended longer ago than the organisation
 * keeps them, and whatever else of such an event names a guest. Numbers, times and departments
 * stay, and so do dashboards. Returns how many registrations were concerned; the signal ends it
 * after a batch, and the next call goes on with the same event.
 */
export async function removeNames(signal?: AbortSignal): Promise<number> {
  const before = await findEndOfKeeping("registration_months");
  if (before === null) return 0;
  let total = 0;
  while (!signal?.aborted) {
    const [due] = await db().execute<{ id: string }>(sql`
      select id from events where names_removed_at is null and ends_at < ${before}::timestamptz order by ends_at, id limit 1`);
    if (!due) break;
    total += await removeNamesOf(due.id, signal);
  }
  return total;
}

async function removeNamesOf(eventId: string, signal?: AbortSignal): Promise<number> {
  let total = 0;
  for (let after = first; ; ) {
    if (signal?.aborted) return total;
    const rows = await db().execute<{ id: string; userId: string | null }>(sql`
      select id, user_id as "userId" from registrations where event_id = ${eventId} and id > ${after} and name <> ${removedName}
      order by id limit ${batch}`);
    const last = rows.at(-1);
    if (!last) break;
    await inTransaction(undefined, async (tx) => {
      const isOfBatch = sql`event_id = ${eventId} and id > ${after} and id <= ${last.id}`;
      await blankRegistrations(tx, isOfBatch, { keepsDepartment: true, keepsPerson: false });
    });
    await deleteUnnamedGuests(rows.flatMap(({ userId }) => userId ?? []));
    after = last.id;
    total += rows.length;
  }
  await cutAnswersOf(eventId, signal);
  await finish(eventId);
  await invalidateTags([eventTag(eventId)]);
  return total;
}

async function finish(eventId: string): Promise<void> {
  await inTransaction(undefined, async (tx) => {
    await tx.execute(sql`
      update walk_ins set name = ${removedName}, email = '', department = null where event_id = ${eventId}`);
    await tx.execute(sql`
      update check_ins set override_reason = null, device = null
      where event_id = ${eventId} and (override_reason is not null or device is not null)`);
    await tx.execute(sql`update door_devices set name = ${removedName} where event_id = ${eventId}`);
    await tx.execute(sql`
      update events set names_removed_at = ${now().toISOString()}::timestamptz where id = ${eventId}`);
  });
}
