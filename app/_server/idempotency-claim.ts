import { createHash } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import type { IdempotencyClaim } from "@/lib/access/idempotency";
import { invalidInput } from "@/lib/platform/errors";
import type { ApiRequest } from "./answer";
import { clientAddressOf } from "./client-address";

/** The request's Idempotency-Key, bound to its caller, its path and what its body said; null without the header. */
export function idempotencyClaimOf(request: ApiRequest, actor: Actor, body: unknown): IdempotencyClaim | null {
  const key = request.headers.get("idempotency-key");
  if (key === null) return null;
  if (!/^[\x21-\x7e]{1,255}$/.test(key))
    throw invalidInput({ path: "Idempotency-Key", message: "Idempotency-Key has 1 to 255 visible ASCII characters." });
  const caller = actor.kind === "person" ? `user:${actor.userId}` : `ip:${clientAddressOf(request.headers)}`;
  const bodyHash = createHash("sha256").update(JSON.stringify(body)).digest("base64url");
  return { caller, route: new URL(request.url).pathname, key, bodyHash };
}
