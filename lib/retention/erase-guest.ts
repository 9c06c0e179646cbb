import { sql } from "drizzle-orm";
import { inTransaction } from "@/db/transaction";
import type { OrganizerScope } from "@/lib/access/scopes";
import { lockEvent } from "@/lib/events/lock-event";
import { recordAudit } from "@/lib/platform/audit";
import { eventTag, invalidateTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { lockForRelease, releaseRegistrations } from "@/lib/registrations/release-registrations";
import { blankRegistrations, removedName } from "./blank-registrations";
import { deleteUnnamedGuests } from "./delete-unnamed-guests";

/**
 * Takes a guest, and whom they bring, out of one event: a place that is to come is given up and
 * passes on, and nothing of the event names them any more; their answers to the survey stay without
 * them. Whoever is known from this event alone is forgotten; an account that signs in stays. Twice
 * changes nothing.
 */
export async function eraseGuest(
  { eventId, actorId }: OrganizerScope,
  { registrationId }: { registrationId: string },
): Promise<void> {
  const userId = await inTransaction(undefined, async (tx) => {
    const event = await lockEvent(tx, eventId);
    const row = await lockForRelease(tx, { eventId, registrationId });
    if (row.status !== "cancelled" && row.checkedInAt === null && event.endsAt > now())
      await releaseRegistrations(tx, eventId, [row], { by: actorId, tell: "registration_cancelled" });
    const ids = sql`select id from registrations
      where event_id = ${eventId} and (id = ${registrationId} or party_of = ${registrationId})`;
    const isTheirs = sql`event_id = ${eventId} and registration_id in (${ids})`;
    await tx.execute(sql`
      update walk_ins set name = ${removedName}, email = '', department = null
      where ${isTheirs} or (event_id = ${eventId} and email = (select email from users where id = ${row.userId}))`);
    await tx.execute(
      sql`update check_ins set override_reason = null where override_reason is not null and ${isTheirs}`,
    );
    await tx.execute(sql`
      update outbox set status = 'skipped', last_error = 'the guest was erased', leased_until = null
      where status in ('pending', 'dead') and ${isTheirs}`);
    await tx.execute(
      sql`update outbox set last_error = null where status = 'sent' and last_error is not null and ${isTheirs}`,
    );
    await tx.execute(sql`
      update survey_responses set user_id = null where event_id = ${eventId} and user_id = ${row.userId}`);
    await tx.execute(sql`
      select erase_from_audit_log(array[${registrationId}]::uuid[], array[${eventId}]::uuid[], array_remove(array[${row.name},
        (select email from users where id = ${row.userId})]::text[], null))`);
    await blankRegistrations(
      tx,
      sql`event_id = ${eventId} and (id = ${registrationId} or party_of = ${registrationId})`,
      {
        keepsDepartment: false,
        keepsPerson: false,
      },
    );
    await recordAudit(tx, { action: "guests.erased", actorId, eventId, subjectId: registrationId });
    return row.userId;
  });
  if (userId) await deleteUnnamedGuests([userId]);
  await invalidateTags([eventTag(eventId)]);
}
