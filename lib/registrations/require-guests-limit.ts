import { takeOrRefuse } from "@/lib/platform/rate-limit";
import type { RegisterInput } from "./input";

/**
 * Counts the guests whom a stranger brings, as people who register and as guests of this event, or
 * throws `rate_limited`: a party must not take the seats that as many strangers could not.
 */
export async function requireGuestsLimit(
  caller: string,
  { eventId, guests }: Pick<RegisterInput, "eventId" | "guests">,
): Promise<void> {
  if (guests.length === 0) return;
  await takeOrRefuse("register", [caller], guests.length);
  await takeOrRefuse("registerGuests", [`event:${eventId} ${caller}`], guests.length);
}
