import { inTransaction, type Transaction } from "@/db/transaction";
import type { AttendeeScope, OrganizerScope } from "@/lib/access/scopes";
import { lockEvent } from "@/lib/events/lock-event";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { lockRegistration, type RegistrationRow } from "./internal";
import { releaseRegistrations } from "./release-registrations";

type Cancelled = { id: string; status: "cancelled" };

/**
 * Gives up one's place, and those of the guests one brings; a freed seat goes to the first in line in the same transaction. Twice
 * changes nothing. Not possible once checked in, or when the event is over (`conflict`).
 */
export async function cancelRegistration(scope: AttendeeScope, tx?: Transaction): Promise<Cancelled> {
  return inTransaction(tx, async (tx) => {
    const row = await findStanding(tx, scope);
    if (row?.checkedInAt)
      throw new AppError("conflict", "You are checked in: the registration can't be cancelled now.");
    if (row) await releaseRegistrations(tx, scope.eventId, [row], { by: scope.userId, tell: "registration_cancelled" });
    return { id: scope.registrationId, status: "cancelled" };
  });
}

/** The same by an organizer, also for a person who is checked in: the admission is undone with it. A request is declined. */
export async function cancelRegistrationAsOrganizer(
  scope: OrganizerScope,
  { registrationId }: { registrationId: string },
  tx?: Transaction,
): Promise<Cancelled> {
  const { eventId, actorId } = scope;
  return inTransaction(tx, async (tx) => {
    const row = await findStanding(tx, { eventId, registrationId });
    if (row) {
      const isRequest = row.status === "pending";
      const tell = isRequest ? "registration_declined" : "registration_cancelled";
      await releaseRegistrations(tx, eventId, [row], { by: actorId, tell });
      const action = isRequest ? "registration.declined" : "registration.cancelled";
      await recordAudit(tx, { action, actorId, eventId, subjectId: registrationId });
    }
    return { id: registrationId, status: "cancelled" };
  });
}

/** The registration under its event's lock, or null when it was cancelled before. */
async function findStanding(
  tx: Transaction,
  ids: { eventId: string; registrationId: string },
): Promise<RegistrationRow | null> {
  const event = await lockEvent(tx, ids.eventId);
  const row = await lockRegistration(tx, ids);
  if (row.status === "cancelled") return null;
  if (event.endsAt <= now()) throw new AppError("conflict", "The event is over: registrations stay as they are.");
  return row;
}
