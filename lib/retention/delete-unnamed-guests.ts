import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/**
 * Of these people deletes the guests, who never signed in and were never asked to, whom nothing
 * names any more; with them what is known of their address.
 */
export async function deleteUnnamedGuests(userIds: string[]): Promise<void> {
  if (userIds.length === 0) return;
  await db().execute(sql`
    with gone as (
      delete from users u
      where u.id = any(${`{${userIds.join(",")}}`}::uuid[])
        and u.role = 'attendee' and u.email_verified_at is null and u.password_hash is null and u.invited_at is null
        and u.disabled_at is null and u.erasing_at is null
        and not exists (select from registrations r where r.user_id = u.id)
        and not exists (select from survey_responses s where s.user_id = u.id)
        and not exists (select from event_members m where m.user_id = u.id)
        and not exists (select from events e where e.organizer_id = u.id)
        and not exists (select from announcements a where a.author_id = u.id)
        and not exists (select from provider_identities p where p.user_id = u.id)
        and not exists (select from sessions s where s.user_id = u.id)
      returning email
    )
    delete from undeliverable_addresses f using gone where f.email = gone.email`);
}
