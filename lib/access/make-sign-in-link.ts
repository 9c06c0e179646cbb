import { eq } from "drizzle-orm";
import { accessLinks, users } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { config } from "@/lib/platform/config";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import { accessLinkTokenOf } from "./access-link";

const lifeHours = 1;

/**
 * The address of a link that signs this person in once within the hour, for the operator of the
 * machine to hand over where no mail leaves. Only for somebody known whose account is open.
 */
export async function makeSignInLink(email: string, tx?: Transaction): Promise<string> {
  return inTransaction(tx, async (tx) => {
    const [person] = await tx
      .select({ id: users.id, disabledAt: users.disabledAt })
      .from(users)
      .where(eq(users.email, email))
      .for("key share");
    if (!person) throw new AppError("not_found", `Nobody has the address ${email}.`);
    if (person.disabledAt) throw new AppError("conflict", `The account of ${email} is disabled.`);
    const id = newId();
    const createdAt = now();
    const expiresAt = new Date(createdAt.getTime() + lifeHours * 3_600_000);
    await tx.insert(accessLinks).values({ id, kind: "sign_in", userId: person.id, createdAt, expiresAt });
    await recordAudit(tx, { actorId: null, action: "sign_in_link.made", subjectId: person.id });
    return `${config().APP_URL}/sign-in/link/${accessLinkTokenOf("sign_in", id)}`;
  });
}
