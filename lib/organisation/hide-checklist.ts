import { inTransaction, type Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { changeOrganisation } from "./internal";

/** Puts the checklist of the first days away, for every administrator. */
export async function hideChecklist(tx?: Transaction): Promise<void> {
  await inTransaction(tx, (tx) => changeOrganisation(tx, { checklistHiddenAt: now() }));
}
