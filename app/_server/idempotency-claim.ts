import { createHash } from "node:crypto";
import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { IdempotencyClaim } from "@/lib/access/idempotency";
import { AppError, invalidInput } from "@/lib/platform/errors";
import type { ApiRequest } from "./answer";
import { clientAddressOf } from "./client-address";
import { isSameSite } from "./same-site";

const addressed = z.object({ email: z.string().optional() });

type SentForm = { actor: Actor; route: string; formKey: string | undefined; body: unknown };

/**
 * The request's Idempotency-Key, bound to its caller, its path and what its body said; null without
 * the header. A page's form with a UUID of its own is its own caller: a phone that changes its
 * network between two tries gets its first answer.
 */
export function idempotencyClaimOf(request: ApiRequest, actor: Actor, body: unknown): IdempotencyClaim | null {
  const key = request.headers.get("idempotency-key");
  if (key === null) return null;
  if (!/^[\x21-\x7e]{1,255}$/.test(key))
    throw invalidInput({ path: "Idempotency-Key", message: "Idempotency-Key has 1 to 255 visible ASCII characters." });
  const isForm = isSameSite(request) && z.uuid().safeParse(key).success;
  const stranger = isForm ? "form" : strangerOf(request, body);
  return claimOf(actor, stranger, new URL(request.url).pathname, key, body);
}

/**
 * A stranger who calls the API, as well as they can be told from their neighbours behind the same
 * address: by their program, and by the address that they register.
 */
function strangerOf({ headers }: ApiRequest, body: unknown): string {
  const { email } = addressed.safeParse(body).data ?? {};
  const marks = JSON.stringify([headers.get("user-agent"), email ?? null]);
  return `ip:${clientAddressOf(headers)} ${createHash("sha256").update(marks).digest("base64url")}`;
}

/**
 * Performs what a form asks for under the form's key: sent twice, also once by script to the API's
 * `route`, it gets its first answer. Other words in the same form are another request. A form
 * without a key is performed as it is.
 */
export async function performFormOnce<Outcome>(
  { actor, route, formKey, body }: SentForm,
  perform: (claim: IdempotencyClaim | null) => Promise<Outcome>,
): Promise<Outcome> {
  if (formKey === undefined) return perform(null);
  const claim = claimOf(actor, "form", route, formKey, body);
  try {
    return await perform(claim);
  } catch (error) {
    if (!(error instanceof AppError && error.code === "idempotency_mismatch")) throw error;
    return perform({ ...claim, key: `${formKey}:${claim.bodyHash}` });
  }
}

function claimOf(actor: Actor, stranger: string, route: string, key: string, body: unknown): IdempotencyClaim {
  const bodyHash = createHash("sha256").update(JSON.stringify(body)).digest("base64url");
  return { caller: actor.kind === "person" ? `user:${actor.userId}` : stranger, route, key, bodyHash };
}
