import { inTransaction } from "@/db/transaction";
import type { OrganizerScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";

/** Puts down that somebody took a list out of the product, before they get it. */
export async function recordExport(
  { eventId, actorId }: OrganizerScope,
  action: "guests.exported" | "survey.exported",
): Promise<void> {
  await inTransaction(undefined, (tx) => recordAudit(tx, { action, actorId, eventId }));
}
