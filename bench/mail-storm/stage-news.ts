import type { Sql } from "postgres";

/**
 * So many people with a seat at one event far away, each told of it, and every fourth of its cancellation too: messages of two kinds
 * about one registration, the second written a second after the first. Returns how many messages were written.
 */
export async function stageNews(sql: Sql, people: number): Promise<number> {
  await sql.unsafe(`
    insert into users (id, email, name, role) values (gen_random_uuid(), 'host@storm.test', 'Host', 'organizer');
    insert into users (id, email, name)
      select gen_random_uuid(), 'reader-' || n || '@storm.test', 'Reader ' || n from generate_series(1, ${people}) n;
    insert into events (id, slug, title, status, starts_at, ends_at, timezone, organizer_id, published_at)
      select gen_random_uuid(), 'mail-storm', 'Mail storm', 'published', now() + interval '90 days', now() + interval '91 days',
             'Europe/Berlin', id, now() from users where email = 'host@storm.test';
    insert into registrations (event_id, id, user_id, name, status, ticket_id, reference, search_text, registered_at)
      select e.id, gen_random_uuid(), u.id, u.name, 'confirmed', gen_random_uuid(), upper(substr(md5(u.email), 1, 8)), '', now()
      from events e cross join users u where e.slug = 'mail-storm' and u.email like 'reader-%@storm.test';`);
  const written = await sql`
    insert into outbox (id, kind, dedupe_key, event_id, registration_id, user_id, priority, run_at, created_at)
    select gen_random_uuid(), kind::message_kind, kind || ':' || id, event_id, id, user_id, priority, now(), now() + nth * interval '1 second'
    from (select r.*, row_number() over () as place from registrations r join events e on e.id = r.event_id and e.slug = 'mail-storm') r
    join (values ('registration_confirmed', 1, 0), ('registration_cancelled', 2, 1)) news(kind, priority, nth)
      on nth = 0 or place % 4 = 0`;
  return written.count;
}
