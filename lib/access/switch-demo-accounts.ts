import { and, desc, eq, inArray, isNull, like, sql } from "drizzle-orm";
import { auditLog } from "@/db/schema/audit-log";
import { doorDevices } from "@/db/schema/door";
import { accessLinks, sessions, users } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";

// A name that no mail can reach (RFC 2606): only the demo's data has it.
const isOfDemo = like(users.email, "%@demo.test");

/**
 * Shuts the demo's accounts, whose passwords are known, when the demo is off, with every session
 * and phone of theirs; opens those again that were shut so when it is on. Returns how many it
 * changed: none when asked again.
 */
export async function switchDemoAccounts(isOn: boolean, tx?: Transaction): Promise<number> {
  return inTransaction(tx, (tx) => (isOn ? open(tx) : shut(tx)));
}

async function shut(tx: Transaction): Promise<number> {
  const at = now();
  const people = await tx
    .update(users)
    .set({ disabledAt: at, updatedAt: at })
    .where(and(isOfDemo, isNull(users.disabledAt)))
    .returning({ id: users.id });
  if (people.length === 0) return 0;
  const ids = people.map(({ id }) => id);
  await tx
    .update(sessions)
    .set({ revokedAt: at })
    .where(and(inArray(sessions.userId, ids), isNull(sessions.revokedAt)));
  await tx
    .update(doorDevices)
    .set({ revokedAt: at })
    .where(and(inArray(doorDevices.userId, ids), isNull(doorDevices.revokedAt)));
  await tx.delete(accessLinks).where(and(inArray(accessLinks.userId, ids), isNull(accessLinks.usedAt)));
  const detail = { people: people.length, disabledAt: at.toISOString() };
  await recordAudit(tx, { actorId: null, action: "demo.ended", detail });
  return people.length;
}

// Whom an administrator shut during the demo stays shut: only the instant of the switch is undone.
async function open(tx: Transaction): Promise<number> {
  const [ended] = await tx
    .select({ disabledAt: sql<string>`${auditLog.detail} ->> 'disabledAt'` })
    .from(auditLog)
    .where(eq(auditLog.action, "demo.ended"))
    .orderBy(desc(auditLog.id))
    .limit(1);
  if (!ended) return 0;
  const people = await tx
    .update(users)
    .set({ disabledAt: null, updatedAt: now() })
    .where(and(isOfDemo, eq(users.disabledAt, new Date(ended.disabledAt)), isNull(users.erasedAt)))
    .returning({ id: users.id });
  if (people.length > 0)
    await recordAudit(tx, { actorId: null, action: "demo.begun", detail: { people: people.length } });
  return people.length;
}
