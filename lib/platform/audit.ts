import { auditLog } from "@/db/schema/audit-log";
import type { Transaction } from "@/db/transaction";
import { now } from "./clock";
import { newId } from "./id";

type AuditEntry = {
  actorId: string | null;
  /** Noun and past verb, for example `event.published`. */
  action: string;
  eventId?: string;
  subjectId?: string;
  detail?: Record<string, unknown>;
};

/** Records who did what, in the transaction of the change. */
export async function recordAudit(tx: Transaction, entry: AuditEntry): Promise<void> {
  await tx.insert(auditLog).values({ id: newId(), at: now(), ...entry });
}
