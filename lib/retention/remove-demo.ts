import { and, inArray, isNull, like, notInArray, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { announcements } from "@/db/schema/announcements";
import { events } from "@/db/schema/events";
import { outbox } from "@/db/schema/outbox";
import { registrations } from "@/db/schema/registrations";
import { surveyResponses } from "@/db/schema/surveys";
import { departments, sessions, users } from "@/db/schema/users";
import { afterCommit, inTransaction, type Transaction } from "@/db/transaction";
import type { AdminScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { eventTag, invalidateTags, pagesTag } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";

const isDemoPerson = like(users.email, "%@demo.test");

/** True while any of the demo's people are stored. */
export async function hasDemo(): Promise<boolean> {
  const [found] = await db().select({ id: users.id }).from(users).where(isDemoPerson).limit(1);
  return found !== undefined;
}

/**
 * Removes the demo's accounts and events with all that hangs on them, in one transaction; whatever
 * belongs to others stays. Demo people who take part in an event of others stay too, shut out, and
 * are counted in `kept`. The audit log, which nobody can rewrite, stays; it holds ids alone.
 */
export async function removeDemo(scope: AdminScope, tx?: Transaction): Promise<{ events: number; kept: number }> {
  return inTransaction(tx, async (tx) => {
    await tx.execute(sql`set local statement_timeout = '60s'`);
    const people = await tx
      .select({ id: users.id, department: users.department })
      .from(users)
      .where(isDemoPerson)
      .for("update");
    const personIds = people.map(({ id }) => id);
    if (personIds.length === 0) return { events: 0, kept: 0 };
    const removed = await tx.delete(events).where(inArray(events.organizerId, personIds)).returning({ id: events.id });
    const eventIds = removed.map(({ id }) => id);
    await tx.delete(outbox).where(or(inArray(outbox.userId, personIds), inArray(outbox.eventId, eventIds)));
    const kept = await removePeople(tx, personIds);
    await removeDepartments(tx, [...new Set(people.flatMap(({ department }) => department ?? []))]);
    const actorId = personIds.includes(scope.userId) ? null : scope.userId;
    await recordAudit(tx, { actorId, action: "demo.removed", detail: { events: eventIds.length, kept } });
    afterCommit(tx, () => invalidateTags([pagesTag, "departments", ...eventIds.map(eventTag)]));
    return { events: eventIds.length, kept };
  });
}

/**
 * Takes the demo's departments out of the list, but for those that somebody else or an event still
 * names.
 */
async function removeDepartments(tx: Transaction, names: string[]): Promise<void> {
  const isNamed = sql`exists (select from ${users} u where u.department = ${departments.name} and u.email not like '%@demo.test')
    or exists (select from ${events} e where e.eligible_departments ? ${departments.name})`;
  await tx.delete(departments).where(and(inArray(departments.name, names), sql`not (${isNamed})`));
}

async function removePeople(tx: Transaction, personIds: string[]): Promise<number> {
  const bound = sql`exists (select from ${registrations} r where r.user_id = ${users.id})
    or exists (select from ${surveyResponses} s where s.user_id = ${users.id})
    or exists (select from ${announcements} a where a.author_id = ${users.id})`;
  const gone = await tx
    .delete(users)
    .where(and(inArray(users.id, personIds), sql`not (${bound})`))
    .returning({ id: users.id });
  const kept = and(
    inArray(users.id, personIds),
    notInArray(
      users.id,
      gone.map(({ id }) => id),
    ),
  );
  await tx.update(users).set({ role: "attendee", passwordHash: null, disabledAt: now() }).where(kept);
  const open = and(inArray(sessions.userId, personIds), isNull(sessions.revokedAt));
  await tx.update(sessions).set({ revokedAt: now() }).where(open);
  return personIds.length - gone.length;
}
