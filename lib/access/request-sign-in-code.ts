import type { z } from "zod";
import { signInCodes } from "@/db/schema/users";
import { inTransaction } from "@/db/transaction";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { enqueueMessages } from "@/lib/platform/outbox";
import { takeOrRefuse } from "@/lib/platform/rate-limit";
import type { requestCodeInput } from "./input";
import { signInCodeSeconds } from "./sign-in-codes";

/**
 * Sends a code to the address and returns the challenge that it answers, valid for 10 minutes. Known and unknown addresses get the
 * same answer. `rate_limited` when the address was written to too often.
 */
export async function requestSignInCode({ email }: z.infer<typeof requestCodeInput>): Promise<{ challengeId: string }> {
  await takeOrRefuse("signInAddress", [`address:${email}`]);
  const challengeId = newId();
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + signInCodeSeconds * 1000);
  await inTransaction(undefined, async (tx) => {
    await tx.insert(signInCodes).values({ id: challengeId, email, createdAt, expiresAt });
    await enqueueMessages(tx, [
      { kind: "sign_in_code", dedupeKey: `sign_in_code:${challengeId}`, signInCodeId: challengeId },
    ]);
  });
  return { challengeId };
}
