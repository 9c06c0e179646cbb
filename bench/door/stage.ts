import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";

export type Door = { eventId: string; codes: string[] };

/** An event under way with so many people who hold a seat, and the codes of their tickets. */
export async function stageDoor(sql: Sql, people: number): Promise<Door> {
  const { ticketCodeOf } = await import("@/lib/tickets/ticket-code");
  const eventId = randomUUID();
  await sql`
    insert into events (id, slug, title, status, starts_at, ends_at, timezone, organizer_id, published_at)
    values (${eventId}, ${`bench-${eventId}`}, 'Bench', 'published', now() - interval '1 hour', now() + interval '5 hours',
            'Europe/Berlin', (select id from users where email = 'organizer@demo.test'), now())`;
  await sql.unsafe(
    `with person as (
       insert into users (id, email, name)
       select id, id || '@bench.test', 'Guest of the bench' from (select gen_random_uuid() as id from generate_series(1, $2)) ids
       returning id, name)
     insert into registrations (event_id, id, user_id, name, status, ticket_id, reference, search_text, registered_at, updated_at)
     select $1::uuid, gen_random_uuid(), id, name, 'confirmed', gen_random_uuid(), upper(substr(md5(id::text), 1, 8)), 'guest', now(), now() - random() * interval '1 day'
     from person`,
    [eventId, people],
  );
  await sql`analyze`;
  const rows = await sql`select ticket_id from registrations where event_id = ${eventId}`;
  return { eventId, codes: rows.map((row) => ticketCodeOf({ eventId, ticketId: row.ticket_id })) };
}

/** A phone of the door, by the cookie that it gets from a link. */
export async function joinPhone(sql: Sql, eventId: string): Promise<string> {
  const { doorLinkTokenOf } = await import("@/lib/access/door-token");
  const { joinDoor } = await import("@/lib/checkin/join-door");
  const linkId = randomUUID();
  await sql`insert into door_links (event_id, id, gate, created_at) values (${eventId}, ${linkId}, 'North', now())`;
  const { token } = await joinDoor({ token: doorLinkTokenOf({ eventId, linkId, version: 0 }), name: "Bench" });
  return `turnout-door=${token}`;
}
