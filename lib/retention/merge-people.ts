import { and, eq, isNull, sql } from "drizzle-orm";
import { users } from "@/db/schema/users";
import { afterCommit, inTransaction, type Transaction } from "@/db/transaction";
import { requireOtherAdmin } from "@/lib/access/require-other-admin";
import type { AdminScope } from "@/lib/access/scopes";
import { lockEvent } from "@/lib/events/lock-event";
import { recordAudit } from "@/lib/platform/audit";
import { eventTag, invalidateTags, pagesTag } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { invalidInput, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import { lockForRelease, releaseRegistrations } from "@/lib/registrations/release-registrations";
import { eraseTraces } from "./erase-traces";

type Pair = { eventId: string; fromId: string; intoId: string; isFromBetter: boolean };

/**
 * Makes two records of one person one: registrations, events, team roles, answers, scans and
 * identities of the first go to the second, which keeps its name, address and role; of two
 * registrations for one event the better one stays. The first is erased and its sessions end. All
 * of it or nothing; the last administrator can't be merged away (`last_admin`).
 */
export async function mergePeople(
  scope: AdminScope,
  { userId, intoEmail }: { userId: string; intoEmail: string },
): Promise<{ intoId: string }> {
  return inTransaction(undefined, async (tx) => {
    const intoId = await lockPeople(tx, userId, intoEmail);
    await requireOtherAdmin(tx, userId);
    const eventIds = await lockTheirEvents(tx, userId);
    for (const pair of await findPairs(tx, userId, intoId)) await settlePair(tx, pair, { userId, intoId });
    await moveEverything(tx, userId, intoId);
    await recordAudit(tx, {
      actorId: scope.userId,
      action: "person.merged",
      subjectId: intoId,
      detail: { from: userId },
    });
    await eraseTraces(tx, userId);
    await tx.update(users).set({ disabledAt: now(), updatedAt: now() }).where(eq(users.id, userId));
    afterCommit(tx, () => invalidateTags([pagesTag, ...eventIds.map(eventTag)]));
    return { intoId };
  });
}

async function lockPeople(tx: Transaction, userId: string, intoEmail: string): Promise<string> {
  const both = await tx
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(and(sql`(${users.id} = ${userId} or ${users.email} = ${intoEmail})`, isNull(users.erasedAt)))
    .orderBy(users.id)
    .for("update");
  if (!both.some(({ id }) => id === userId)) throw notFound();
  const into = both.find(({ email }) => email === intoEmail);
  if (!into) throw invalidInput({ path: "intoEmail", message: "Nobody has this address." });
  if (into.id === userId) throw invalidInput({ path: "intoEmail", message: "This is their own address." });
  return into.id;
}

// In id order, as whoever registers people locks them.
async function lockTheirEvents(tx: Transaction, userId: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from events where id in (select event_id from registrations where user_id = ${userId})
    order by id for no key update`);
  return rows.map(({ id }) => id);
}

async function findPairs(tx: Transaction, userId: string, intoId: string): Promise<Pair[]> {
  const rank = (name: string) =>
    sql.raw(
      `(case when ${name}.checked_in_at is not null then 4 when ${name}.status = 'confirmed' then 3
      when ${name}.status = 'pending' then 2 when ${name}.status = 'waitlisted' then 1 else 0 end)`,
    );
  const rows = await tx.execute<Pair>(sql`
    select f.event_id as "eventId", f.id as "fromId", i.id as "intoId",
      (${rank("f")}, coalesce(-f.waitlist_order, 0)) > (${rank("i")}, coalesce(-i.waitlist_order, 0)) as "isFromBetter"
    from registrations f join registrations i on i.event_id = f.event_id and i.user_id = ${intoId}
    where f.user_id = ${userId}`);
  return [...rows];
}

/** Gives up the worse of two registrations, and leaves it with the record that is erased. */
async function settlePair(
  tx: Transaction,
  { eventId, fromId, intoId: keptId, isFromBetter }: Pair,
  { userId, intoId }: { userId: string; intoId: string },
): Promise<void> {
  await lockEvent(tx, eventId);
  const worseId = isFromBetter ? keptId : fromId;
  const worse = await lockForRelease(tx, { eventId, registrationId: worseId });
  if (worse.status !== "cancelled") {
    await releaseRegistrations(tx, eventId, [worse], { by: null, tell: "registration_cancelled" });
    // They come all the same.
    await tx.execute(sql`
      delete from outbox where event_id = ${eventId} and registration_id = ${worseId}
        and kind = 'registration_cancelled' and status = 'pending'`);
  }
  if (isFromBetter) await swapOwners(tx, eventId, { fromId, worseId, userId, intoId });
}

// By way of somebody who is nobody: one event never has two registrations of one person.
async function swapOwners(
  tx: Transaction,
  eventId: string,
  { fromId, worseId, userId, intoId }: { fromId: string; worseId: string; userId: string; intoId: string },
): Promise<void> {
  const nobody = newId();
  await tx.insert(users).values({ id: nobody, email: `${nobody}@merging.invalid`, name: "-" });
  for (const [id, owner] of [
    [worseId, nobody],
    [fromId, intoId],
    [worseId, userId],
  ])
    await tx.execute(sql`update registrations set user_id = ${owner} where event_id = ${eventId} and id = ${id}`);
  await tx.delete(users).where(eq(users.id, nobody));
}

async function moveEverything(tx: Transaction, from: string, into: string): Promise<void> {
  const at = now().toISOString();
  await tx.execute(sql`
    update registrations r set user_id = ${into}, updated_at = ${at}::timestamptz,
      search_text = replace(r.search_text, f.email, i.email)
    from users f, users i where f.id = ${from} and i.id = ${into} and r.user_id = ${from}
      and not exists (select from registrations o where o.event_id = r.event_id and o.user_id = ${into})`);
  await tx.execute(sql`
    update survey_responses s set user_id = ${into} where user_id = ${from}
      and not exists (select from survey_responses o where o.event_id = s.event_id and o.user_id = ${into})`);
  await tx.execute(sql`update events set organizer_id = ${into} where organizer_id = ${from}`);
  // Of two roles the one that may more; an owner is no member besides.
  await tx.execute(sql`
    insert into event_members (event_id, user_id, role, accepted_at, created_at)
    select event_id, ${into}, role, accepted_at, created_at from event_members where user_id = ${from}
    on conflict (event_id, user_id) do update set role = least(event_members.role, excluded.role)`);
  await tx.execute(sql`
    delete from event_members where user_id = ${into}
      and event_id in (select id from events where organizer_id = ${into})`);
  // One identity a provider: the one that stays goes on signing in as before.
  await tx.execute(sql`
    delete from provider_identities f using provider_identities i
    where f.user_id = ${from} and i.user_id = ${into} and i.issuer = f.issuer`);
  for (const [table, column] of moved)
    await tx.execute(sql`
      update ${sql.identifier(table)} set ${sql.identifier(column)} = ${into} where ${sql.identifier(column)} = ${from}`);
  await tx.execute(sql`
    update outbox set user_id = ${into} where user_id = ${from} and status = 'pending' and kind <> 'sign_in_code'
      and access_link_id is null`);
}

const moved = [
  ["announcements", "author_id"],
  ["check_ins", "scanned_by"],
  ["check_ins", "settled_by"],
  ["check_ins", "undone_by"],
  ["door_links", "created_by"],
  ["door_devices", "user_id"],
  ["provider_identities", "user_id"],
  ["registrations", "cancelled_by"],
  ["walk_ins", "settled_by"],
] as const;
