import { createHash } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import type { IdempotencyClaim } from "@/lib/access/idempotency";

/**
 * Names one sending of one form: pressed twice, sent again by the back button or reloaded, it gets its first answer. Other words in
 * the same form are another request. Null for a form without a key, sent where no script runs.
 */
export function formClaimOf(
  actor: Actor,
  route: string,
  formKey: string | undefined,
  body: unknown,
): IdempotencyClaim | null {
  if (formKey === undefined) return null;
  const bodyHash = createHash("sha256").update(JSON.stringify(body)).digest("base64url");
  const caller = actor.kind === "person" ? `user:${actor.userId}` : "form";
  return { caller, route, key: `${formKey}:${bodyHash}`, bodyHash };
}
