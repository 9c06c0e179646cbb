import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";

/** Published events of somebody, each with so many seats (null: no limit), and their ids. */
export async function makeEvents(
  sql: Sql,
  { count = 1, capacity = null, hasLine = false }: { count?: number; capacity?: number | null; hasLine?: boolean },
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await sql`
    insert into events (id, slug, title, status, starts_at, ends_at, timezone, capacity, waitlist_enabled, organizer_id, published_at)
    select id, 'bench-' || id, 'Bench', 'published', now() + interval '7 days', now() + interval '7 days 2 hours', 'Europe/Berlin',
           ${capacity}, ${hasLine}, (select id from users order by id limit 1), now()
    from unnest(${ids}::uuid[]) as t(id)`;
  return ids;
}

/** Fills the tables with registrations of other events until so many are stored in all. */
export async function storeRegistrations(sql: Sql, wanted: number): Promise<void> {
  const [row] = await sql`select count(*)::int as stored from registrations`;
  const missing = wanted - row?.stored;
  if (missing <= 0) return;
  const events = await makeEvents(sql, { count: Math.max(1, Math.ceil(missing / 1000)) });
  await sql.unsafe(`
    create temp table person as
      select gen_random_uuid() as id, n from generate_series(1, ${missing}) as n;
    insert into users (id, email, name) select id, id || '@bench.test', 'Bench ' || n from person;
    insert into registrations (event_id, id, user_id, name, department, status, ticket_id, reference, search_text, registered_at)
      select (array['${events.join("','")}']::uuid[])[1 + n % ${events.length}], gen_random_uuid(), id, 'Bench ' || n, 'Research', 'confirmed',
             gen_random_uuid(), upper(substr(md5(id::text), 1, 8)), 'bench ' || n, now() - n * interval '1 second'
      from person;
    drop table person;
    update events e set seats_taken = (select count(*) from registrations r where r.event_id = e.id) where slug like 'bench-%';
    analyze;`);
}
