import { and, eq, isNull } from "drizzle-orm";
import { accessLinks, users } from "@/db/schema/users";
import { loadDemo } from "@/db/seed/load-demo";
import { inTransaction } from "@/db/transaction";
import { openAccessLinkToken } from "@/lib/access/access-link";
import type { Caller } from "@/lib/access/caller";
import { type StartedSession, startSession } from "@/lib/access/sessions";
import { invalidateTags, pagesTag } from "@/lib/platform/cache";
import { AppError } from "@/lib/platform/errors";

/**
 * Loads the demo's people and events into an empty product for whoever has its set-up link, which
 * stays good, and signs them in as the demo's administrator. None of its accounts has a password.
 */
export async function enterDemo(token: string, caller: Caller): Promise<StartedSession> {
  const id = openAccessLinkToken("set_up", token);
  if (!id) throw linkOver();
  return inTransaction(undefined, async (tx) => {
    // Of two presses at once one loads; the other does not wait for the seconds that takes.
    const [link] = await tx
      .select({ id: accessLinks.id })
      .from(accessLinks)
      .where(and(eq(accessLinks.id, id), isNull(accessLinks.usedAt)))
      .for("update", { skipLocked: true });
    if (!link) throw linkOver();
    await loadDemo({ seed: 20_26, password: null });
    const administrator = and(eq(users.email, "admin@demo.test"), eq(users.role, "admin"), isNull(users.disabledAt));
    const [person] = await tx.select({ id: users.id }).from(users).where(administrator);
    if (!person) throw new AppError("conflict", "People are stored here already: the demo needs an empty product.");
    await invalidateTags([pagesTag, "departments", "categories"]);
    return startSession(person.id, { method: "link", caller }, tx);
  });
}

function linkOver(): AppError {
  return new AppError("conflict", "This link was used already, or the demo is being loaded right now.");
}
