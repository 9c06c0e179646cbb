import type { Sql } from "postgres";

/**
 * What is wrong with the registrations of an event for which each of these people pressed the
 * button until it was answered.
 */
export async function checkRegistrations(sql: Sql, eventId: string, emails: readonly string[]): Promise<string[]> {
  const rows = await sql`
    select u.email, count(r.id)::int as registrations, count(r.id) filter (where r.status = 'confirmed')::int as seats
    from unnest(${emails as string[]}::text[]) as asked(email)
    left join users u on u.email = asked.email
    left join registrations r on r.user_id = u.id and r.event_id = ${eventId}
    group by u.email`;
  const [event] = await sql`
    select seats_taken, (select count(*)::int from registrations where event_id = ${eventId}) as stored
    from events where id = ${eventId}`;
  const faults = rows.flatMap(({ email, registrations, seats }) =>
    registrations === 1 && seats === 1 ? [] : [`${email}: ${registrations} registrations, ${seats} seats`],
  );
  if (event?.stored !== emails.length) faults.push(`${event?.stored} registrations of ${emails.length} people`);
  if (event?.seats_taken !== emails.length)
    faults.push(`${event?.seats_taken} seats counted for ${emails.length} people`);
  return faults;
}
