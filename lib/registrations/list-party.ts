import { and, asc, eq, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { registrations } from "@/db/schema/registrations";
import type { TokenKind } from "@/lib/access/attendee-token";
import type { RegistrationStatus } from "./input";
import { asksForAddress } from "./rules";
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

// Those who bring them.
const leads = alias(registrations, "leads");

/** The guests who come with a registration and have not been cancelled, in the order in which they were named. */
export async function listParty(eventId: string, leadId: string, kind: TokenKind = "proved"): Promise<PartyGuest[]> {
  const rows = await db()
    .select({
      id: registrations.id,
      name: registrations.name,
      status: registrations.status,
      ticketId: registrations.ticketId,
      checkedInAt: registrations.checkedInAt,
      isClaimed: leads.isClaimed,
      confirmAddressMinutes: events.confirmAddressMinutes,
      confirmBy: leads.confirmBy,
    })
    .from(registrations)
    .innerJoin(leads, and(eq(leads.eventId, registrations.eventId), eq(leads.id, registrations.partyOf)))
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(
      and(eq(registrations.eventId, eventId), eq(registrations.partyOf, leadId), ne(registrations.status, "cancelled")),
    )
    .orderBy(asc(registrations.id));
  return rows.map(({ ticketId, isClaimed, confirmBy, confirmAddressMinutes, ...guest }) => {
    const ids = { eventId, registrationId: guest.id, ticketId };
    // Guests have a ticket once whoever brings them has theirs.
    const ticket = ticketOf(
      ids,
      { status: guest.status, asksAddress: asksForAddress(isClaimed, { confirmAddressMinutes }), confirmBy },
      kind,
    );
    return { ...guest, ticket, pageUrl: pageUrlOf(ids, kind) };
  });
}
