import type { RegistrationStatus } from "@/lib/registrations/input";
import type { RegistrationDetail } from "@/lib/registrations/queries";

/** A registration as a page shows it: plain values, so that it can travel to the browser. */
export type TicketView = {
  status: RegistrationStatus;
  waitlistPosition: number | null;
  name: string;
  reference: string;
  /** What the QR code says; only a confirmed registration has one. */
  code: string | null;
  href: string;
};

/** What there is to show of a registration. */
export function ticketViewOf(registration: RegistrationDetail): TicketView {
  const { status, waitlistPosition, name, reference, ticket, pageUrl } = registration;
  return {
    status,
    waitlistPosition,
    name,
    reference,
    code: ticket?.code ?? null,
    href: `/tickets/${attendeeTokenIn(pageUrl)}`,
  };
}

/** One of this status for the browser's script to fill in. */
export function emptyTicketView(status: RegistrationStatus): TicketView {
  return {
    status,
    waitlistPosition: null,
    name: "",
    reference: "",
    code: status === "confirmed" ? "" : null,
    href: "",
  };
}

/** The attendee token in the address of a registration's page. */
export function attendeeTokenIn(pageUrl: string): string {
  return pageUrl.slice(pageUrl.lastIndexOf("/") + 1);
}
