import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registrations";
import { attendeeTokenOf } from "@/lib/access/attendee-token";
import { type AttendeeScope, requireAttendeeByToken } from "@/lib/access/scopes";

/** The token of the link that a mail about this registration has, as its ticket is now. */
export async function mailedTokenOf({ id }: { id: string }): Promise<string> {
  const [row] = await db()
    .select({ eventId: registrations.eventId, registrationId: registrations.id, ticketId: registrations.ticketId })
    .from(registrations)
    .where(eq(registrations.id, id));
  if (!row) throw new Error("there is no such registration");
  return attendeeTokenOf(row);
}

/** What whoever has the mailbox may do with this registration: everything that its person may. */
export async function scopeByMail(registration: { id: string }): Promise<AttendeeScope> {
  return requireAttendeeByToken(await mailedTokenOf(registration));
}
