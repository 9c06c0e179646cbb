import { type SQL, sql } from "drizzle-orm";

/**
 * True of a session (`s`) and its person (`u`), by those names in the query, while a second factor
 * is demanded that was not shown in it: because the person has a passkey, or because the
 * organisation asks it of whoever organizes and administers.
 */
export const lacksSecondFactor: SQL<boolean> = sql`(s.second_factor_at is null and (
  exists (select from passkeys k where k.user_id = u.id)
  or exists (
    select from organisation o where o.requires_second_factor and (
      u.role <> 'attendee'
      or exists (select from event_members m where m.user_id = u.id and m.role = 'organizer')
    )
  )
))`;
