import { isTicketCodeOf, type PublicKey, parseTicketCode } from "@/lib/tickets/ticket-code";
import { parseReference } from "./rules";

/** What the scanned or typed text claims; `ours` is a code that one of the `keys` signed for this event. */
export type TicketClaim =
  | { kind: "ours"; ticketId: string }
  | { kind: "foreign"; ticketId: string; code: string; keys: PublicKey[] }
  | { kind: "reference"; reference: string }
  | { kind: "none" };

/** Reads a ticket text without asking the database: a ticket id alone, unsigned, opens nothing. */
export function readTicket(eventId: string, ticket: string, keys: PublicKey[]): TicketClaim {
  const reference = parseReference(ticket);
  if (reference) return { kind: "reference", reference };
  const parsed = parseTicketCode(ticket);
  if (!parsed) return { kind: "none" };
  const { ticketId } = parsed;
  const isOurs = isTicketCodeOf(ticket, { eventId, ticketId }, keys);
  return isOurs ? { kind: "ours", ticketId } : { kind: "foreign", ticketId, code: ticket, keys };
}
