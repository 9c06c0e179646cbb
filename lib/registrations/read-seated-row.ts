import type { Message } from "@/lib/platform/outbox";
import type { KeptDecision } from "./decision";
import { asksForAddress, awaitsAddress } from "./rules";
import type { SeatedRow } from "./seat-candidates";

type AddressRule = { confirmAddressMinutes: number | null };

const resendBucketMs = 10 * 60 * 1000;

/** What the person is told. A guest's identity is only claimed, so a registration that already stood is not shown to one. */
export function decisionOf(row: SeatedRow, event: AddressRule): KeptDecision {
  if (row.fate === "full") return { outcome: "event_full" };
  if (row.fate !== "admitted" && row.is_guest) return { outcome: "already_registered_guest", eventId: row.event_id };
  return {
    outcome: row.fate === "admitted" ? "registered" : "already_registered",
    seat: {
      id: row.id,
      eventId: row.event_id,
      status: row.status,
      waitlistPosition: row.waitlist_position,
      ticketId: row.ticket_id,
      registeredAt: new Date(row.registered_at_ms),
      name: row.name,
      reference: row.reference,
      asksAddress: asksForAddress(row.is_claimed, event),
      confirmBy: confirmByOf(row),
    },
  };
}

/** What is sent: the change itself once, and to a guest who asks again the ticket, at most every ten minutes. */
export function messagesOf(row: SeatedRow, event: AddressRule, at: Date): Message[] {
  // A named guest has no address; what they need goes to whoever brings them.
  if (row.fate === "full" || row.user_id === null) return [];
  const about = { eventId: row.event_id, registrationId: row.id, userId: row.user_id };
  if (row.fate === "admitted") {
    const kind = awaitsAddressOf(row, event) ? "address_confirmation" : (`registration_${row.status}` as const);
    return [{ kind, dedupeKey: `${kind}:${row.id}:${row.revision}`, ...about }];
  }
  if (!row.is_guest) return [];
  const bucket = Math.floor(at.getTime() / resendBucketMs);
  const kind = awaitsAddressOf(row, event) ? "address_confirmation" : "ticket_resent";
  return [{ kind, dedupeKey: `${kind}:${row.id}:${bucket}`, ...about }];
}

type Placed = Extract<SeatedRow, { confirm_by_ms: number | null }>;

function awaitsAddressOf(row: Placed, event: AddressRule): boolean {
  return awaitsAddress({ asksAddress: asksForAddress(row.is_claimed, event), confirmBy: confirmByOf(row) });
}

function confirmByOf({ confirm_by_ms }: Placed): Date | null {
  return confirm_by_ms === null ? null : new Date(confirm_by_ms);
}
