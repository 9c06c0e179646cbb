import { cookies } from "next/headers";
import type { Actor } from "@/lib/access/actor";
import type { RegisterOutcome } from "@/lib/registrations/register";
import { guestCookie, withGuestRegistration } from "./guest-cookie";

/**
 * Remembers in this browser the registration that a guest has just made; anything else changes
 * nothing. For actions only.
 */
export function rememberGuestRegistration(actor: Actor, outcome: RegisterOutcome): void {
  const value = withGuestRegistration(cookies().get(guestCookie.name)?.value, actor, outcome);
  if (value !== null) cookies().set(guestCookie.name, value, guestCookie.options);
}
