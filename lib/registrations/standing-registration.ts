import { attendeeTokenOf } from "@/lib/access/attendee-token";
import { config } from "@/lib/platform/config";
import { ticketCodeOf } from "@/lib/tickets/ticket-code";
import type { RegistrationStatus } from "./input";

/** A registration that holds: a seat, a place in the line, or a request that waits for the organizer. */
export type StandingRegistration = {
  id: string;
  eventId: string;
  status: "confirmed" | "waitlisted" | "pending";
  waitlistPosition: number | null;
  ticket: Ticket | null;
  registeredAt: Date;
  pageUrl: string;
  /** What the ticket shows. */
  name: string;
  reference: string;
};

export type Ticket = { code: string; url: string };

type Seat = Omit<StandingRegistration, "ticket" | "pageUrl"> & { ticketId: string };
type Ids = { eventId: string; registrationId: string; ticketId: string };

/** The registration with its ticket, if it is confirmed, and the secret address of its page. */
export function standingRegistrationOf({ ticketId, ...seat }: Seat): StandingRegistration {
  const ids = { eventId: seat.eventId, registrationId: seat.id, ticketId };
  return { ...seat, ticket: ticketOf(ids, seat.status), pageUrl: pageUrlOf(ids) };
}

/** The ticket of a registration of this status: only a confirmed one has one. */
export function ticketOf(ids: Ids, status: RegistrationStatus): Ticket | null {
  return status === "confirmed" ? { code: ticketCodeOf(ids), url: pageUrlOf(ids) } : null;
}

/** The address of a registration's page: whoever has it acts as the attendee. */
export function pageUrlOf(ids: Ids): string {
  return `${config().APP_URL}/tickets/${attendeeTokenOf(ids)}`;
}
