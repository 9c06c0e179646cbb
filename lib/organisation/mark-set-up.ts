import type { Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { changeOrganisation } from "./internal";

/** Notes that somebody has set the product up, in their transaction. */
export async function markSetUp(actor: { readonly userId: string }, tx: Transaction): Promise<void> {
  await changeOrganisation(tx, { setUpAt: now() });
  await recordAudit(tx, { actorId: actor.userId, action: "organisation.set_up" });
}
