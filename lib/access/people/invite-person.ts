import { eq } from "drizzle-orm";
import { accessLinks, users } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { findOrCreatePerson } from "@/lib/access/find-or-create-person";
import { grantRole } from "@/lib/access/grant-role";
import type { AdminScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import { enqueueMessages } from "@/lib/platform/outbox";
import { takeOrRefuse } from "@/lib/platform/rate-limit";
import type { InvitePersonInput } from "./input";
import { setDepartment } from "./set-department";

const lifeDays = 14;

/** `known`: the address belongs to somebody with an account already, and nothing was changed. */
export type InvitationOutcome = { outcome: "invited" | "known"; userId: string; name: string; email: string };

/**
 * Asks somebody in by mail, under the role and the department given, by a link that works once
 * within 14 days. A guest's address becomes an account; one that belongs to an account is `known`.
 * Nobody is written to too often (`rate_limited`).
 */
export async function invitePerson(scope: AdminScope, input: InvitePersonInput): Promise<InvitationOutcome> {
  const { email, name, role, department } = input;
  return inTransaction(undefined, async (tx) => {
    const person = await findOrCreatePerson(tx, email);
    const { userId } = person;
    const [stored] = await tx.select().from(users).where(eq(users.id, userId)).for("no key update");
    if (stored?.searchText) return { ...person, outcome: "known" };
    await takeOrRefuse("registerAddress", [`invite:${email}`]);
    await tx
      .update(users)
      .set({ invitedAt: now(), name: name ?? person.name })
      .where(eq(users.id, userId));
    await grantRole(scope, { userId, role }, tx);
    if (department) await setDepartment(scope, { userId, department }, tx);
    await sendInvitation(tx, scope, userId);
    return { ...person, name: name ?? person.name, outcome: "invited" };
  });
}

/** Sends somebody who has not come in yet another invitation; the former link is worthless then. */
export async function renewPersonInvitation(scope: AdminScope, { userId }: { userId: string }): Promise<void> {
  await inTransaction(undefined, async (tx) => {
    const [person] = await tx.select().from(users).where(eq(users.id, userId)).for("no key update");
    if (!person || person.erasedAt || person.disabledAt || person.emailVerifiedAt)
      throw new AppError("conflict", "Only who has never signed in can be invited again.");
    await takeOrRefuse("registerAddress", [`invite:${person.email}`]);
    await tx.update(users).set({ invitedAt: now() }).where(eq(users.id, userId));
    await sendInvitation(tx, scope, userId);
  });
}

/** Makes the link and puts its mail into the outbox; links sent before work no more. */
export async function sendInvitation(tx: Transaction, scope: AdminScope, userId: string): Promise<void> {
  await tx.delete(accessLinks).where(eq(accessLinks.userId, userId));
  const [id, createdAt] = [newId(), now()];
  const expiresAt = new Date(createdAt.getTime() + lifeDays * 24 * 3_600_000);
  await tx.insert(accessLinks).values({ id, kind: "invitation", userId, createdAt, expiresAt });
  const dedupeKey = `person_invitation:${id}`;
  await enqueueMessages(tx, [{ kind: "person_invitation", dedupeKey, userId, accessLinkId: id }]);
  await recordAudit(tx, { actorId: scope.userId, action: "person.invited", subjectId: userId });
}
