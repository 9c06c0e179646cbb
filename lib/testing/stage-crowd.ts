import { randomUUID } from "node:crypto";
import { sql } from "@/db/client";

type Crowd = { people: number; startsAt: Date; endsAt: Date; areCheckedIn?: boolean };

/**
 * A published event with so many people who have had a seat for nine days, written by SQL; returns
 * the event's id.
 */
export async function stageCrowd({ people, startsAt, endsAt, areCheckedIn = false }: Crowd): Promise<string> {
  const eventId = randomUUID();
  await sql().begin(async (tx) => {
    await tx`set local statement_timeout = 0`;
    const [organizer] = await tx`
      insert into users (id, email, name) values (gen_random_uuid(), ${`${eventId}@organizer.test`}, 'Olga') returning id`;
    await tx`
      insert into events (id, slug, title, status, starts_at, ends_at, timezone, organizer_id)
      values (${eventId}, ${eventId}, 'Crowd', 'published', ${startsAt.toISOString()}, ${endsAt.toISOString()}, 'UTC', ${organizer?.id})`;
    await tx`
      with crowd as (
        insert into users (id, email, name)
        select gen_random_uuid(), n || '@' || ${eventId} || '.test', 'Guest' from generate_series(1, ${people}::int) n
        returning id)
      insert into registrations
        (event_id, id, user_id, name, status, ticket_id, reference, search_text, registered_at, updated_at, checked_in_at)
      select ${eventId}, gen_random_uuid(), id, 'Guest', 'confirmed', gen_random_uuid(), 'ABCDEFGH', '',
             now() - interval '9 days', now() - interval '9 days' + random() * interval '8 days',
             case when ${areCheckedIn} then ${startsAt.toISOString()}::timestamptz end
      from crowd`;
  });
  return eventId;
}
