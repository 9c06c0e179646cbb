import { type SQL, sql } from "drizzle-orm";

/** Joins to a registration `r` its person and what keeps an organizer's messages from them. */
export const reachabilityJoins = sql`join users p on p.id = r.user_id
  left join mail_opt_outs declined on declined.user_id = r.user_id and declined.topic = 'announcements'
  left join undeliverable_addresses broken on broken.email = p.email`;

/**
 * Everyone registered for an event who has an address, as `r`; with what keeps an organizer's
 * messages from them.
 */
export const peopleToWriteTo = sql`registrations r ${reachabilityJoins}`;

/** True for people who want an organizer's messages and whose address takes mail. */
export const isReachable = sql`(declined.user_id is null and broken.email is null)`;

/** True for the registrations of this audience. */
export function isInAudience(audience: SQL): SQL {
  return sql`case ${audience}
    when 'confirmed' then r.status = 'confirmed'
    when 'waitlisted' then r.status = 'waitlisted'
    when 'checked_in' then r.status = 'confirmed' and r.checked_in_at is not null
    when 'not_checked_in' then r.status = 'confirmed' and r.checked_in_at is null
    else false end`;
}
