import { organisation } from "@/db/schema/organisation";
import { afterCommit, type Transaction } from "@/db/transaction";
import { invalidateTags, pagesTag } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";

/** The tag of what is known about the organisation. */
export const organisationTag = "organisation";

type Change = Partial<Omit<typeof organisation.$inferInsert, "id" | "updatedAt">>;

/** Writes the one row, and drops every page that shows it once that is committed. */
export async function changeOrganisation(tx: Transaction, change: Change): Promise<void> {
  await tx.update(organisation).set({ ...change, updatedAt: now() });
  afterCommit(tx, () => invalidateTags([organisationTag, pagesTag]));
}
