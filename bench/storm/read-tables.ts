import type { Sql } from "postgres";
import type { Tables } from "./history";

/** What the database holds about these events. */
export async function readTables(sql: Sql, events: string[]): Promise<Tables> {
  return {
    events: await sql<Tables["events"]>`
      select id, capacity, seats_taken as "seatsTaken", waitlist_count as "waitlistCount" from events where id = any(${events})`,
    registrations: await sql<Tables["registrations"]>`
      select r.id, r.event_id as event, u.email as person, r.status, r.waitlist_order as "waitlistOrder", r.revision
      from registrations r join users u on u.id = r.user_id where r.event_id = any(${events})`,
    messages: await sql<Tables["messages"]>`
      select registration_id as registration, kind, split_part(dedupe_key, ':', 3)::int as revision
      from outbox where event_id = any(${events}) and kind in ('registration_confirmed', 'registration_waitlisted',
        'registration_promoted', 'registration_cancelled', 'ticket_received', 'ticket_passed_on', 'seat_released')`,
  };
}
