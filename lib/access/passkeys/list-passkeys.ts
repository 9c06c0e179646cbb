import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { passkeys } from "@/db/schema/users";
import type { PersonScope } from "../scopes";

/** A passkey as its person sees it. */
export type PasskeyView = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null };

/** One's own passkeys, the oldest first. */
export function listPasskeys(scope: PersonScope): Promise<PasskeyView[]> {
  const { id, name, createdAt, lastUsedAt } = passkeys;
  return db()
    .select({ id, name, createdAt, lastUsedAt })
    .from(passkeys)
    .where(eq(passkeys.userId, scope.userId))
    .orderBy(createdAt, id);
}
