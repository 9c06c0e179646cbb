import type { Actor } from "@/lib/access/actor";
import { canAdminister } from "@/lib/access/roles";
import { config } from "@/lib/platform/config";

/** True for whoever may read the recorded mails: anybody in a demo, else administrators; without a recorder nobody. */
export function mayReadMail(actor: Actor): boolean {
  const { MAIL_VIEWER, TURNOUT_DEMO } = config();
  return MAIL_VIEWER && (TURNOUT_DEMO || (canAdminister(actor) && !actor.lacksSecondFactor));
}
