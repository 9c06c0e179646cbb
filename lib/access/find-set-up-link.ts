import { and, eq, isNull, sql } from "drizzle-orm";
import { accessLinks, users } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { config } from "@/lib/platform/config";
import { newId } from "@/lib/platform/id";
import { accessLinkTokenOf } from "./access-link";

/**
 * The address of the link that makes the first administrator: the same one each time until it is
 * used, however many processes ask at once. Null while an administrator can sign in, since then
 * nobody needs it.
 */
export async function findSetUpLink(tx?: Transaction): Promise<string | null> {
  return inTransaction(tx, async (tx) => {
    const [administrator] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.role, "admin"), isNull(users.disabledAt), isNull(users.erasedAt)))
      .limit(1);
    if (administrator) return null;
    const unused = and(eq(accessLinks.kind, "set_up"), isNull(accessLinks.usedAt));
    await tx
      .insert(accessLinks)
      .values({ id: newId(), kind: "set_up", createdAt: now() })
      .onConflictDoNothing({
        target: accessLinks.kind,
        where: sql`${accessLinks.kind} = 'set_up' and ${accessLinks.usedAt} is null`,
      });
    const [link] = await tx.select({ id: accessLinks.id }).from(accessLinks).where(unused);
    if (!link) return null;
    return `${config().APP_URL}/set-up/${accessLinkTokenOf("set_up", link.id)}`;
  });
}
