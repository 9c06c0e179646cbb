import type { Sql } from "postgres";

/** So many published events that start in twelve hours, each with so many people who have a seat; nobody has been told anything. */
export async function stageEvents(sql: Sql, events: number, peopleEach: number): Promise<void> {
  await sql.unsafe(`
    insert into users (id, email, name)
      select gen_random_uuid(), 'reader-' || n || '@bench.test', 'Reader ' || n from generate_series(1, ${peopleEach}) n
      on conflict do nothing;
    insert into events (id, slug, title, status, starts_at, ends_at, timezone, venue, organizer_id, published_at)
      select gen_random_uuid(), 'bench-' || gen_random_uuid(), 'Bench ' || n, 'published', now() + interval '12 hours',
             now() + interval '14 hours', 'Europe/Berlin', 'Hall 2', (select id from users order by id limit 1), now()
      from generate_series(1, ${events}) n;
    insert into registrations (event_id, id, user_id, name, status, ticket_id, reference, search_text, registered_at)
      select e.id, gen_random_uuid(), u.id, u.name, 'confirmed', gen_random_uuid(), upper(substr(md5(e.id || u.id::text), 1, 8)), '',
             now() - interval '9 days'
      from events e cross join users u
      where e.slug like 'bench-%' and u.email like 'reader-%@bench.test'
      on conflict do nothing;
    analyze;`);
}

/** Puts so many confirmations into the outbox, due now, of registrations staged before. */
export async function stageConfirmations(sql: Sql, howMany: number): Promise<void> {
  await sql`
    insert into outbox (id, kind, dedupe_key, event_id, registration_id, user_id, priority, run_at, created_at)
    select gen_random_uuid(), 'registration_confirmed', 'bench:' || gen_random_uuid(), r.event_id, r.id, r.user_id, 1, now(), now()
    from registrations r join events e on e.id = r.event_id and e.slug like 'bench-%'
    cross join generate_series(1, ${Math.ceil(howMany / 10_000)}) round
    limit ${howMany}`;
}

/** Lets nobody be reminded any more: workers have timers of their own, and nothing but what is staged is to be sent. */
export async function silenceReminders(sql: Sql): Promise<void> {
  await sql`update events set reminder_minutes = '{}'`;
}

/** Forgets every message, and that it was written: the reminders are due again. */
export async function emptyOutbox(sql: Sql): Promise<void> {
  await sql`truncate outbox, fan_outs`;
  await sql`
    insert into event_timers (event_id, name, due_at) select id, 'reminders', '-infinity' from events
    on conflict (event_id, name) do update set due_at = excluded.due_at`;
}
