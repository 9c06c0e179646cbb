import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { inTransaction } from "@/db/transaction";
import type { AdminScope, PersonScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { notFound } from "@/lib/platform/errors";

/** So many rows of each kind at most: nobody has more, and nobody's document grows without end. */
const mostOfEach = 10_000;

const sections = {
  identities: (id) => sql`
    select issuer, subject, ${at("created_at")} as "createdAt", ${at("last_seen_at")} as "lastSeenAt"
    from provider_identities where user_id = ${id} order by created_at`,
  passkeys: (id) => sql`
    select name, ${at("created_at")} as "createdAt", ${at("last_used_at")} as "lastUsedAt"
    from passkeys where user_id = ${id} order by created_at`,
  sessions: (id) => sql`
    select id, ${at("created_at")} as "createdAt", ${at("last_used_at")} as "lastUsedAt", ${at("expires_at")} as "expiresAt",
      user_agent as "userAgent", ${at("revoked_at")} as "revokedAt"
    from sessions where user_id = ${id} order by created_at desc`,
  registrations: (id) => sql`
    select r.id, r.event_id as "eventId", e.title as "eventTitle", r.name, r.department, r.status, r.reference, r.answers,
      r.door_note as "doorNote", ${at("r.registered_at")} as "registeredAt", ${at("r.cancelled_at")} as "cancelledAt",
      ${at("r.checked_in_at")} as "checkedInAt", r.checked_in_gate as "checkedInGate",
      coalesce((select jsonb_agg(jsonb_build_object('name', g.name, 'status', g.status) order by g.id) from registrations g
        where g.event_id = r.event_id and g.party_of = r.id), '[]') as guests,
      coalesce((select jsonb_agg(jsonb_build_object('at', ${at("c.scanned_at")}, 'verdict', c.verdict, 'gate', c.gate,
          'reason', c.override_reason) order by c.scanned_at) from check_ins c
        where c.event_id = r.event_id and c.registration_id = r.id), '[]') as scans
    from registrations r join events e on e.id = r.event_id
    where r.user_id = ${id} order by r.registered_at desc`,
  responses: (id) => sql`
    select event_id as "eventId", rating, nps, comment, answers, ${at("created_at")} as "submittedAt"
    from survey_responses where user_id = ${id} order by created_at desc`,
  messages: (id) => sql`
    select kind, event_id as "eventId", status, ${at("created_at")} as "createdAt", ${at("sent_at")} as "sentAt"
    from (
      select * from outbox where user_id = ${id} and registration_id is null
      union all
      select o.* from registrations r join outbox o on o.event_id = r.event_id and o.registration_id = r.id where r.user_id = ${id}
    ) told order by created_at desc`,
  mailOptOuts: (id) => sql`select topic, ${at("at")} as at from mail_opt_outs where user_id = ${id} order by at`,
  teams: (id) => sql`
    select m.event_id as "eventId", e.title as "eventTitle", m.role::text as role, ${at("m.created_at")} as since
    from event_members m join events e on e.id = m.event_id where m.user_id = ${id}
    union all
    select id, title, 'owner', ${at("created_at")} from events where organizer_id = ${id} order by 4 desc`,
  doorPhones: (id) => sql`
    select event_id as "eventId", name, gate, ${at("created_at")} as "createdAt", ${at("last_seen_at")} as "lastSeenAt"
    from door_devices where user_id = ${id} order by created_at desc`,
  audit: (id) => sql`
    select ${at("at")} as at, action, event_id as "eventId", subject_id as "subjectId", by_self as "bySelf", detail as details
    from (
      select *, true as by_self from audit_log where actor_id = ${id}
      union all
      select *, false from audit_log
      where (subject_id = ${id} or subject_id in (select r.id from registrations r where r.user_id = ${id}))
        and actor_id is distinct from ${id}
    ) entries order by entries.at desc`,
} satisfies Record<string, (id: string) => SQL>;

export type Section = keyof typeof sections;
export type PersonExport = { exportedAt: Date; account: Record<string, unknown> } & Record<
  Section,
  Record<string, unknown>[]
>;

/**
 * Everything that is stored about whoever asks, as one document; that they took it is in the audit
 * log.
 */
export async function exportSelf(scope: PersonScope): Promise<PersonExport> {
  return exportOf(scope.userId, scope.userId);
}

/** The same about somebody else, for an administrator. */
export async function exportPerson(scope: AdminScope, { userId }: { userId: string }): Promise<PersonExport> {
  return exportOf(userId, scope.userId);
}

async function exportOf(userId: string, actorId: string): Promise<PersonExport> {
  const [account] = await db().execute<Record<string, unknown>>(sql`
    select id, email, name, department, department_source as "departmentSource", role, locale, timezone,
      password_hash is not null as "hasPassword", ${at("email_verified_at")} as "emailVerifiedAt",
      ${at("last_seen_at")} as "lastSeenAt", ${at("disabled_at")} as "disabledAt", ${at("created_at")} as "createdAt",
      (select f.fault from undeliverable_addresses f where f.email = users.email) as "addressFault"
    from users where id = ${userId} and erased_at is null`);
  if (!account) throw notFound();
  await inTransaction(undefined, (tx) => recordAudit(tx, { actorId, action: "data.exported", subjectId: userId }));
  const lists: [string, Record<string, unknown>[]][] = [];
  for (const [name, read] of Object.entries(sections)) {
    const rows = await db().execute<Record<string, unknown>>(sql`${read(userId)} limit ${mostOfEach}`);
    lists.push([name, [...rows]]);
  }
  return { exportedAt: now(), account, ...(Object.fromEntries(lists) as Record<Section, Record<string, unknown>[]>) };
}

/** A column's instant as the API writes instants. */
function at(column: string): SQL {
  return sql`to_char(${sql.raw(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
