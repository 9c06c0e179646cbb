import { spaceReference } from "@/app/(attendee)/space-reference";
import { qrPath } from "@/lib/tickets/qr-path";
import type { StandingRegistration } from "../account/personal";
import { fillIn } from "../fill-template";

/**
 * Fills a registration's card in: place in line, name, reference, the way to its page, and the QR
 * code, drawn here.
 */
export function showTicket(root: ParentNode, registration: StandingRegistration): void {
  const { waitlistPosition, ticket, pageUrl, name, reference } = registration;
  fillIn(root, {
    name,
    reference: spaceReference(reference),
    waitlistPosition,
    isInLine: waitlistPosition !== null,
    ticket: new URL(pageUrl, location.href).pathname,
  });
  const picture = root.querySelector("[data-qr]");
  if (!picture || !ticket) return;
  const { path, size } = qrPath(ticket.code);
  picture.setAttribute("viewBox", `0 0 ${size} ${size}`);
  picture.setAttribute("aria-label", `QR code of the ticket with the reference ${reference}`);
  picture.querySelector("[data-qr-path]")?.setAttribute("d", path);
}
