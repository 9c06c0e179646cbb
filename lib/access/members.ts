import { and, asc, eq, isNotNull, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { eventMembers, events } from "@/db/schema/events";
import { users } from "@/db/schema/users";
import { afterCommit, inTransaction, type Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/platform/audit";
import { eventTag, invalidateTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { AppError, invalidInput, notFound } from "@/lib/platform/errors";
import { enqueueMessages } from "@/lib/platform/outbox";
import { takeOrRefuse } from "@/lib/platform/rate-limit";
import { findOrCreatePerson } from "./find-or-create-person";
import type { AddMemberInput } from "./input";
import type { MemberRole } from "./roles";
import type { OrganizerScope } from "./scopes";

const largestTeam = 100;
const hasAccepted = isNotNull(eventMembers.acceptedAt);

export type Member = {
  userId: string /** Null until they have used their part. */;
  name: string | null;
  email: string;
  role: "owner" | MemberRole;
};

/** Everyone who runs the event or works at its door: the owner first, then by name. At most 101. */
export async function listMembers(scope: OrganizerScope): Promise<Member[]> {
  const person = { userId: users.id, name: users.name, email: users.email };
  const [owner] = await db()
    .select(person)
    .from(events)
    .innerJoin(users, eq(users.id, events.organizerId))
    .where(eq(events.id, scope.eventId));
  if (!owner) throw notFound();
  const members = await db()
    .select({
      ...person,
      name: sql<string | null>`case when ${hasAccepted} then ${users.name} end`,
      role: eventMembers.role,
    })
    .from(eventMembers)
    .innerJoin(users, eq(users.id, eventMembers.userId))
    .where(eq(eventMembers.eventId, scope.eventId))
    .orderBy(
      asc(eventMembers.role),
      asc(sql`lower(case when ${hasAccepted} then ${users.name} else ${users.email} end)`),
      asc(users.id),
    )
    .limit(largestTeam);
  return [{ ...owner, role: "owner" }, ...members];
}

/**
 * Gives a person a role in the event's team and tells them by mail, of each role once a day at
 * most; a new address becomes a person. Whose address it is isn't told, and nobody is written to
 * too often (`rate_limited`).
 */
export async function addMember(scope: OrganizerScope, input: AddMemberInput, tx?: Transaction): Promise<Member> {
  return inTransaction(tx, async (tx) => {
    const { eventId, actorId } = scope;
    const ownerId = await lockTeam(tx, eventId);
    const person = await findOrCreatePerson(tx, input.email);
    if (person.userId === ownerId)
      throw invalidInput({ path: "email", message: "This is the event's owner, who may do everything already." });
    await requireRoomFor(tx, eventId, person.userId);
    const changed = await tx
      .insert(eventMembers)
      .values({ eventId, userId: person.userId, role: input.role, createdAt: now() })
      .onConflictDoUpdate({
        target: [eventMembers.eventId, eventMembers.userId],
        set: { role: input.role },
        setWhere: ne(eventMembers.role, input.role),
      })
      .returning({ userId: eventMembers.userId });
    if (changed.length > 0) {
      const { userId } = person;
      await takeOrRefuse("registerAddress", [`team:${input.email}`]);
      const day = now().toISOString().slice(0, 10);
      const dedupeKey = `team_invitation:${eventId}:${userId}:${input.role}:${day}`;
      await enqueueMessages(tx, [{ kind: "team_invitation", dedupeKey, eventId, userId }]);
      await recordAudit(tx, {
        ...{ actorId, eventId, action: "member.added" },
        subjectId: userId,
        detail: { role: input.role },
      });
      afterCommit(tx, () => invalidateTags([eventTag(eventId)]));
    }
    return { userId: person.userId, name: null, email: input.email, role: input.role };
  });
}

/** Takes a person out of the event's team; who is not in it is ignored, the owner can't be removed. */
export async function removeMember(
  scope: OrganizerScope,
  { userId }: { userId: string },
  tx?: Transaction,
): Promise<void> {
  await inTransaction(tx, async (tx) => {
    const { eventId, actorId } = scope;
    if (userId === (await lockTeam(tx, eventId)))
      throw new AppError("conflict", "The event's owner can't be removed from its team.");
    const removed = await tx
      .delete(eventMembers)
      .where(and(eq(eventMembers.eventId, eventId), eq(eventMembers.userId, userId)))
      .returning({ userId: eventMembers.userId });
    if (removed.length === 0) return;
    await recordAudit(tx, { actorId, eventId, action: "member.removed", subjectId: userId });
    afterCommit(tx, () => invalidateTags([eventTag(eventId)]));
  });
}

// The lock keeps a team from growing past its limit by two invitations at once.
async function lockTeam(tx: Transaction, eventId: string): Promise<string> {
  const [event] = await tx
    .select({ ownerId: events.organizerId })
    .from(events)
    .where(eq(events.id, eventId))
    .for("no key update");
  if (!event) throw notFound();
  return event.ownerId;
}

async function requireRoomFor(tx: Transaction, eventId: string, userId: string): Promise<void> {
  const others = await tx.$count(eventMembers, and(eq(eventMembers.eventId, eventId), ne(eventMembers.userId, userId)));
  if (others >= largestTeam) throw new AppError("conflict", `A team has at most ${largestTeam} people.`);
}
