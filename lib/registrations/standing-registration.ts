import { attendeeTokenOf } from "@/lib/access/attendee-token";
import { config } from "@/lib/platform/config";
import { ticketCodeOf } from "@/lib/tickets/ticket-code";

/** A registration that holds: a seat, a place in the line, or a request that waits for the organizer. */
export type StandingRegistration = {
  id: string;
  eventId: string;
  status: "confirmed" | "waitlisted" | "pending";
  waitlistPosition: number | null;
  ticket: Ticket | null;
  registeredAt: Date;
  pageUrl: string;
};

export type Ticket = { code: string; url: string };

type Seat = Omit<StandingRegistration, "ticket" | "pageUrl"> & { ticketId: string };

/** The registration with its ticket, if it is confirmed, and the secret address of its page. */
export function standingRegistrationOf({ ticketId, ...seat }: Seat): StandingRegistration {
  const ids = { eventId: seat.eventId, registrationId: seat.id, ticketId };
  const pageUrl = pageUrlOf(ids);
  const ticket = seat.status === "confirmed" ? { code: ticketCodeOf(ids), url: pageUrl } : null;
  return { ...seat, ticket, pageUrl };
}

/** The address of a registration's page: whoever has it acts as the attendee. */
export function pageUrlOf(ids: { eventId: string; registrationId: string; ticketId: string }): string {
  return `${config().APP_URL}/tickets/${attendeeTokenOf(ids)}`;
}
