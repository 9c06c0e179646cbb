import type { registrations } from "@/db/schema/registrations";
import { attendeeTokenOf } from "@/lib/access/attendee-token";
import { type AttendeeScope, requireAttendeeByToken } from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";
import { stageTicket } from "./stage-door";

export type StagedAttendee = { scope: AttendeeScope; token: string };

/** Somebody who was checked in at the event (unless told otherwise), with the secret token of their links. */
export async function stageAttendee(
  eventId: string,
  registration: Partial<typeof registrations.$inferInsert> = {},
): Promise<StagedAttendee> {
  const { registrationId, ticketId } = await stageTicket(eventId, { checkedInAt: now(), ...registration });
  const token = attendeeTokenOf({ eventId, registrationId, ticketId });
  return { scope: await requireAttendeeByToken(token), token };
}
