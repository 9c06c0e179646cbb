import { and, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { auditLog } from "@/db/schema/audit-log";
import { users } from "@/db/schema/users";
import type { Actor } from "@/lib/access/actor";
import { canAdminister } from "@/lib/access/roles";
import { type AdminScope, type OrganizerScope, requireAdmin, requireOrganizer } from "@/lib/access/scopes";
import { openCursor, type Page, pageOf, sealCursor } from "@/lib/platform/page";
import type { ListAuditInput } from "./input";

/**
 * Who did what to which event, person or thing. `actor` is null where it was the clock, a stranger
 * or somebody since deleted.
 */
export type AuditEntry = {
  id: string;
  at: Date;
  actor: { id: string; name: string } | null;
  action: string;
  eventId: string | null;
  subjectId: string | null;
  details: Record<string, unknown>;
};

declare const brand: unique symbol;
/** The right to read the entries of one event, or all of them. */
export type AuditScope = { readonly eventId: string | null } & { readonly [brand]: "audit" };

/**
 * An administrator's right to all entries, or an organizer's to those of the event that is asked
 * for.
 */
export async function requireAuditReader(actor: Actor, { eventId }: { eventId?: string }): Promise<AuditScope> {
  if (canAdminister(actor)) return scopeOf(requireAdmin(actor));
  if (eventId === undefined) return scopeOf(requireAdmin(actor));
  return scopeOf(await requireOrganizer(actor, eventId));
}

function scopeOf(scope: AdminScope | OrganizerScope): AuditScope {
  return { eventId: "eventId" in scope ? scope.eventId : null } as AuditScope;
}

const list = "audit";
const position = z.tuple([z.iso.datetime({ precision: 6 }), z.uuid()]);

/** A page of the audit log, the newest first, of all that the reader may see and asked for. */
export async function listAudit(scope: AuditScope, input: ListAuditInput): Promise<Page<AuditEntry>> {
  const { eventId = scope.eventId, personId, action, from, to, limit, cursor } = input;
  const name = `${list}:${[scope.eventId, eventId, personId, action, from?.getTime(), to?.getTime()].join(":")}`;
  const after = openCursor(name, cursor, position);
  const { id, at } = auditLog;
  const isAsked = and(
    scope.eventId === null ? undefined : eq(auditLog.eventId, scope.eventId),
    eventId === null ? undefined : eq(auditLog.eventId, eventId),
    action === undefined ? undefined : isOfAction(action),
    from && gte(at, from),
    to && lt(at, to),
    after ? sql`(${at}, ${id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : undefined,
  );
  const page = db()
    .$with("page")
    .as(pageOfRows(isAsked, personId, limit + 1));
  const rows = await db()
    .with(page)
    .select({
      id: page.id,
      at: page.at,
      action: page.action,
      eventId: page.eventId,
      subjectId: page.subjectId,
      details: page.detail,
      actor: { id: users.id, name: users.name },
      precise: sql<string>`to_char(${page.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    })
    .from(page)
    .leftJoin(users, eq(users.id, page.actorId))
    .orderBy(desc(page.at), desc(page.id));
  const { items, nextCursor } = pageOf(rows, limit, (row) => sealCursor(name, [row.precise, row.id]));
  return { items: items.map(({ precise: _, ...entry }) => entry), nextCursor };
}

function pageOfRows(isAsked: SQL | undefined, personId: string | undefined, limit: number) {
  const newest = [desc(auditLog.at), desc(auditLog.id)];
  if (personId === undefined)
    return db()
      .select()
      .from(auditLog)
      .where(isAsked)
      .orderBy(...newest)
      .limit(limit);
  return db()
    .select()
    .from(auditLog)
    .where(sql`${auditLog.id} = any(array(${idsAbout(personId, isAsked ?? sql`true`, limit)}))`)
    .orderBy(...newest)
    .limit(limit);
}

// By them, about them, and about their registrations: each is a page of an index. The offset keeps
// the planner from walking all entries by time in the hope of soon meeting some of theirs.
function idsAbout(personId: string, isAsked: SQL, limit: number): SQL {
  const page = sql`order by at desc, id desc limit ${limit}`;
  return sql`
    (select id from audit_log where actor_id = ${personId} and ${isAsked} ${page})
    union all
    (select id from audit_log where subject_id = ${personId} and ${isAsked} ${page})
    union all
    (select id from (
      select id, at from audit_log
      where subject_id = any(array(select r.id from registrations r where r.user_id = ${personId})) and ${isAsked} offset 0
    ) of_theirs ${page})`;
}

function isOfAction(action: string): SQL {
  return action.endsWith(".")
    ? sql`${auditLog.action} >= ${action} and ${auditLog.action} < ${`${action.slice(0, -1)}/`}`
    : eq(auditLog.action, action);
}
