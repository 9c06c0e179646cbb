import { auditLog } from "@/db/schema/audit-log";
import { afterCommit, type Transaction } from "@/db/transaction";
import { now } from "./clock";
import { newId } from "./id";
import { isSecurityAction, noteSecurityEvent } from "./security-event";

type AuditEntry = {
  actorId: string | null;
  /** Noun and past verb, for example `event.published`. */
  action: string;
  eventId?: string;
  subjectId?: string;
  /** What changed: never a name, an address or a secret. */
  detail?: Record<string, unknown>;
};

/**
 * Records who did what, in the transaction of the change; what concerns security is counted once
 * that has committed.
 */
export async function recordAudit(tx: Transaction, entry: AuditEntry): Promise<void> {
  await tx.insert(auditLog).values({ id: newId(), at: now(), ...entry });
  const { action, actorId, subjectId } = entry;
  if (isSecurityAction(action)) afterCommit(tx, () => noteSecurityEvent(action, { actorId, subjectId }));
}
