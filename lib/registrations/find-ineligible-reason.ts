import type { Actor } from "@/lib/access/actor";
import { findProvenDepartment } from "@/lib/access/proven-department";
import { isInvited } from "@/lib/events/invitation";
import type { EventDetail } from "@/lib/events/queries";
import { type IneligibleReason, ineligibleReasonOf } from "./rules";

/** Why this person, having come by that invitation code, may not register for the event; null when they may. */
export async function findIneligibleReason(
  actor: Actor,
  event: Pick<EventDetail, "id" | "eligibility" | "eligibleDepartments">,
  invitation: string | null,
): Promise<IneligibleReason | null> {
  if (event.eligibility === "everyone") return null;
  return ineligibleReasonOf(event, {
    department: event.eligibility === "departments" ? await findProvenDepartment(actor) : null,
    isInvited: event.eligibility === "invitation" && invitation !== null && (await isInvited(event.id, invitation)),
  });
}
