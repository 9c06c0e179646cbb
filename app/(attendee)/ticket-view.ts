import type { RegistrationStatus } from "@/lib/registrations/input";
import type { RegistrationDetail } from "@/lib/registrations/queries";
import { qrSvg } from "@/lib/tickets/qr-code";

/** A registration as a page shows it: plain values, so that it can travel to the browser. */
export type TicketView = {
  status: RegistrationStatus;
  waitlistPosition: number | null;
  name: string;
  reference: string;
  /** The QR code as a picture's address; only a confirmed registration has one. */
  qrSrc: string | null;
  href: string;
};

/** What there is to show of a registration. */
export function ticketViewOf(registration: RegistrationDetail): TicketView {
  const { status, waitlistPosition, name, reference, ticket, pageUrl } = registration;
  const qrSrc = ticket && `data:image/svg+xml,${encodeURIComponent(qrSvg(ticket.code))}`;
  return { status, waitlistPosition, name, reference, qrSrc, href: `/tickets/${attendeeTokenIn(pageUrl)}` };
}

/** The attendee token in the address of a registration's page. */
export function attendeeTokenIn(pageUrl: string): string {
  return pageUrl.slice(pageUrl.lastIndexOf("/") + 1);
}
