import { attendeeTokenOf, type TokenKind } from "@/lib/access/attendee-token";
import { config } from "@/lib/platform/config";
import { ticketCodeOf } from "@/lib/tickets/ticket-code";
import type { RegistrationStatus } from "./input";
import { awaitsAddress } from "./rules";

/** A registration that holds: a seat, a place in the line, or a request that waits for the organizer. */
export type StandingRegistration = {
  id: string;
  eventId: string;
  status: "confirmed" | "waitlisted" | "pending";
  waitlistPosition: number | null;
  ticket: Ticket | null;
  /**
   * Until when the seat is held for an answer: that one comes, or that the address is one's own.
   */
  confirmBy: Date | null;
  registeredAt: Date;
  pageUrl: string;
  /** What the ticket shows. */
  name: string;
  reference: string;
};

export type Ticket = { code: string; url: string };

type Seat = Omit<StandingRegistration, "ticket" | "pageUrl"> & { ticketId: string; asksAddress: boolean };
type Ids = { eventId: string; registrationId: string; ticketId: string };
type Standing = { status: RegistrationStatus; asksAddress: boolean; confirmBy: Date | null };

/** The registration with its ticket, if it has one, and the secret address of its page. */
export function standingRegistrationOf(
  { ticketId, asksAddress, ...seat }: Seat,
  kind: TokenKind = "proved",
): StandingRegistration {
  const ids = { eventId: seat.eventId, registrationId: seat.id, ticketId };
  const ticket = ticketOf(ids, { ...seat, asksAddress }, kind);
  return { ...seat, ticket, pageUrl: pageUrlOf(ids, kind) };
}

/**
 * The ticket of such a registration: a confirmed one has one, but not while its seat is held until
 * the address is confirmed.
 */
export function ticketOf(ids: Ids, standing: Standing, kind: TokenKind = "proved"): Ticket | null {
  if (standing.status !== "confirmed" || awaitsAddress(standing)) return null;
  return { code: ticketCodeOf(ids), url: pageUrlOf(ids, kind) };
}

/** The address of a registration's page: whoever has one that is proved acts as the attendee. */
export function pageUrlOf(ids: Ids, kind: TokenKind = "proved"): string {
  return `${config().APP_URL}/tickets/${attendeeTokenOf(ids, kind)}`;
}
