import { and, asc, eq, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registrations";
import type { RegistrationStatus } from "./input";
import { pageUrlOf, type Ticket, ticketOf } from "./standing-registration";

/** A named guest whom somebody brings. */
export type PartyGuest = {
  id: string;
  name: string;
  status: RegistrationStatus;
  ticket: Ticket | null;
  checkedInAt: Date | null;
  pageUrl: string;
};

/** The guests who come with a registration and have not been cancelled, in the order in which they were named. */
export async function listParty(eventId: string, leadId: string): Promise<PartyGuest[]> {
  const rows = await db()
    .select({
      id: registrations.id,
      name: registrations.name,
      status: registrations.status,
      ticketId: registrations.ticketId,
      checkedInAt: registrations.checkedInAt,
    })
    .from(registrations)
    .where(
      and(eq(registrations.eventId, eventId), eq(registrations.partyOf, leadId), ne(registrations.status, "cancelled")),
    )
    .orderBy(asc(registrations.id));
  return rows.map(({ ticketId, ...guest }) => {
    const ids = { eventId, registrationId: guest.id, ticketId };
    return { ...guest, ticket: ticketOf(ids, guest.status), pageUrl: pageUrlOf(ids) };
  });
}
