import { organisation } from "@/db/schema/organisation";
import { inTransaction, type Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/platform/audit";
import type { IdentityInput, SettingsInput } from "./input";
import { changeOrganisation } from "./internal";
import { keepPicture } from "./keep-picture";

/**
 * Changes what the organisation is called, looks like and demands; the audit entry names the fields
 * that are other than before. `actor` is an administrator's scope, or whoever sets the product up.
 */
export async function updateOrganisation(
  actor: { readonly userId: string },
  { logo, removesLogo, ...fields }: IdentityInput | SettingsInput,
  tx?: Transaction,
): Promise<void> {
  await inTransaction(tx, async (tx) => {
    const [before] = await tx.select().from(organisation).for("no key update");
    if (!before) throw new Error("the organisation has no row");
    const newLogoId = logo ? await keepPicture(logo, "logo", tx) : null;
    const logoId = newLogoId ?? (removesLogo ? null : before.logoId);
    const after = { ...before, ...fields, logoId };
    const changed = Object.keys(after).filter(
      (key) => after[key as keyof typeof after] !== before[key as keyof typeof before],
    );
    if (changed.length === 0) return;
    await changeOrganisation(tx, { ...fields, logoId });
    await recordAudit(tx, { actorId: actor.userId, action: "organisation.updated", detail: { changed } });
  });
}
