import { and, eq, lte } from "drizzle-orm";
import { z } from "zod";
import { idempotencyKeys } from "@/db/schema/idempotency-keys";
import { inTransaction, type Transaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";

const keptHours = 24;

/** A caller's own name for one request, and the fingerprint of what it asked. */
export type IdempotencyClaim = { caller: string; route: string; key: string; bodyHash: string };
export type StoredAnswer = { status: number; body: unknown };

/**
 * Runs `work` once for each key and stores its answer in the same transaction; every repeat within 24 hours gets that first answer,
 * also one that arrives meanwhile. The same key with another body is `idempotency_mismatch`. Work that throws leaves no trace.
 */
export async function answerOnce(
  claim: IdempotencyClaim | null,
  work: (tx: Transaction) => Promise<StoredAnswer>,
): Promise<StoredAnswer> {
  return inTransaction(undefined, async (tx) => {
    if (!claim) return work(tx);
    const at = now();
    const taken = { bodyHash: claim.bodyHash, status: 0, response: "", createdAt: at };
    const [owned] = await tx
      .insert(idempotencyKeys)
      .values({ ...claim, ...taken })
      .onConflictDoUpdate({
        target: [idempotencyKeys.caller, idempotencyKeys.route, idempotencyKeys.key],
        set: taken,
        setWhere: lte(idempotencyKeys.createdAt, oldestKept(at)),
      })
      .returning({ key: idempotencyKeys.key });
    if (!owned) return storedAnswerOf(tx, claim);
    const answer = await work(tx);
    await tx
      .update(idempotencyKeys)
      .set({ status: answer.status, response: sealedBody(answer.body) })
      .where(isKeyOf(claim));
    return answer;
  });
}

/** Throws `idempotency_mismatch` when the key was first used for another body. */
export function requireSameBody(claim: IdempotencyClaim, storedBodyHash: string): void {
  if (claim.bodyHash === storedBodyHash) return;
  throw new AppError("idempotency_mismatch", "This Idempotency-Key was already used for another request.");
}

const sealed = z.object({ json: z.string() });

/** A body as it is stored: as text, since jsonb would give its fields back in another order. */
export function sealedBody(body: unknown): z.infer<typeof sealed> {
  return { json: JSON.stringify(body) ?? "null" };
}

/** The body that was stored. */
export function openedBody(stored: unknown): unknown {
  return JSON.parse(sealed.parse(stored).json);
}

/** Keys made at or before this instant are forgotten. */
export function oldestKept(at: Date): Date {
  return new Date(at.getTime() - keptHours * 60 * 60 * 1000);
}

async function storedAnswerOf(tx: Transaction, claim: IdempotencyClaim): Promise<StoredAnswer> {
  const [stored] = await tx.select().from(idempotencyKeys).where(isKeyOf(claim));
  if (!stored) throw new AppError("unavailable", "Please try again.", { retryAfterSeconds: 1 });
  requireSameBody(claim, stored.bodyHash);
  return { status: stored.status, body: openedBody(stored.response) };
}

function isKeyOf({ caller, route, key }: IdempotencyClaim) {
  return and(eq(idempotencyKeys.caller, caller), eq(idempotencyKeys.route, route), eq(idempotencyKeys.key, key));
}
