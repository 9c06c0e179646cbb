import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { cutAnswersOfPerson } from "@/lib/surveys/cut-names";
import { blankRegistrations, removedName } from "./blank-registrations";

const erasedName = "Erased person";
// A shorter name is a part of too many words.
const shortestName = 3;

/**
 * Takes a person whose places to come are given up out of every table: the account becomes an empty
 * row, registrations keep what others count, everything else of theirs is deleted. Returns the
 * events that it touched.
 */
export async function eraseTraces(tx: Transaction, userId: string): Promise<string[]> {
  const { email, names, eventIds, about } = await collect(tx, userId);
  const ofEvents = sql`event_id = any(${uuids(eventIds)})`;
  const isTheirs = sql`(event_id, id) in (select event_id, id from registrations where user_id = ${userId})`;
  const isOfParty = sql`(event_id, party_of) in (select event_id, id from registrations where user_id = ${userId})`;
  const isOfTheirs = sql`(event_id, registration_id) in (
    select event_id, id from registrations where user_id = ${userId}
    union all
    select g.event_id, g.id from registrations lead join registrations g on g.event_id = lead.event_id and g.party_of = lead.id
    where lead.user_id = ${userId})`;

  await tx.execute(sql`
    update walk_ins set name = ${removedName}, email = '', department = null
    where ${ofEvents} and (email = ${email} or ${isOfTheirs})`);
  await tx.execute(
    sql`update check_ins set override_reason = null where override_reason is not null and ${isOfTheirs}`,
  );
  await tx.execute(sql`
    update check_ins c set device = null from door_devices d
    where d.user_id = ${userId} and c.event_id = d.event_id and c.device_id = d.id`);
  await tx.execute(sql`update outbox set last_error = null where last_error is not null and ${isOfTheirs}`);
  await skipMessages(tx, isOfTheirs);
  await skipMessages(tx, sql`user_id = ${userId} and registration_id is null`);
  await tx.execute(sql`update door_devices set name = ${erasedName} where user_id = ${userId}`);
  await eraseWords(tx, userId, names);
  await cutAnswersOfPerson(tx, userId);
  await tx.execute(sql`select erase_from_audit_log(${uuids(about)}, ${uuids(eventIds)}, ${texts(names)})`);
  await blankRegistrations(tx, isOfParty, { keepsDepartment: false, keepsPerson: false });
  await blankRegistrations(tx, isTheirs, { keepsDepartment: false, keepsPerson: true });

  for (const table of ["event_members", "provider_identities", "passkeys", "mail_opt_outs", "sessions", "access_links"])
    await tx.execute(sql`delete from ${sql.identifier(table)} where user_id = ${userId}`);
  await tx.execute(sql`delete from sign_in_codes where email = ${email}`);
  await tx.execute(sql`delete from undeliverable_addresses where email = ${email}`);
  await tx.execute(sql`delete from idempotency_keys where caller = ${`user:${userId}`}`);
  await tx.execute(sql`
    update users set email = ${`erased-${userId}@erased.invalid`}, name = ${erasedName}, department = null, department_source = 'self',
      role = 'attendee', locale = 'en', timezone = null, password_hash = null, email_verified_at = null, last_seen_at = null,
      search_text = null, invited_at = null, erased_at = ${now().toISOString()}::timestamptz, erasing_at = null
    where id = ${userId}`);
  return eventIds;
}

/** What names the person, and where to look for it. */
async function collect(tx: Transaction, userId: string) {
  const [row] = await tx.execute<{ email: string; names: string[]; eventIds: string[]; ids: string[] }>(sql`
    select u.email, to_json(array_remove(array_agg(distinct r.event_id), null)) as "eventIds",
      to_json(array_remove(array_agg(r.id), null)) as ids,
      to_json(array_remove(array_agg(distinct r.name), null) || u.name || u.email) as names
    from users u left join registrations r on r.user_id = u.id
    where u.id = ${userId} group by u.id`);
  if (!row) throw new Error("whoever is to be erased is not there");
  const names = [...new Set(row.names)].filter((name) => name.length >= shortestName && name !== removedName);
  return { email: row.email, names, eventIds: row.eventIds, about: [userId, ...row.ids] };
}

async function skipMessages(tx: Transaction, which: SQL): Promise<void> {
  await tx.execute(sql`
    update outbox set status = 'skipped', last_error = 'the person was erased', leased_until = null
    where status in ('pending', 'dead') and ${which}`);
}

// Somebody may have signed what they wrote.
async function eraseWords(tx: Transaction, userId: string, names: string[]): Promise<void> {
  const holdsName = (text: SQL) =>
    sql`exists (select from unnest(${texts(names)}) name where position(lower(name) in lower(${text})) > 0)`;
  await tx.execute(sql`
    update survey_responses
    set comment = case when ${holdsName(sql`comment`)} then '[erased]' else comment end,
      answers = erased_detail(answers, ${texts(names)})
    where user_id = ${userId}`);
}

function uuids(ids: string[]): SQL {
  return sql`${`{${ids.join(",")}}`}::uuid[]`;
}

function texts(words: string[]): SQL {
  return sql`array[${sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  )}]::text[]`;
}
