import { AppError } from "@/lib/platform/errors";
import { takeFromLimits } from "@/lib/platform/rate-limit";

/** Counts a mail that somebody causes to an address, or throws `rate_limited` with the seconds to wait, however many people or computers ask. */
export async function requireAddressLimit(email: string): Promise<void> {
  const { isAllowed, resetSeconds } = await takeFromLimits("registerAddress", [`email:${email}`]);
  if (isAllowed) return;
  throw new AppError("rate_limited", `Too many requests for this address. Try again in ${resetSeconds} seconds.`, {
    retryAfterSeconds: resetSeconds,
  });
}
