import type { DoorStatus } from "@/lib/checkin/rules";

/** Who was let in, as far as this phone knows; `at` is in the server's time. */
export type Admission = { at: string; gate: string | null; by: string | null };

/**
 * A person as GET /api/checkin/roster tells them: name, department and note, never an address. They are kept in the clear: sealing
 * each record with its ticket would take search, by-hand check-in and the name of a cancelled guest away, which offline door work
 * needs. What protects a lost phone is how little is here, the revocable link, and `keepUntil`.
 */
export type Person = {
  registrationId: string;
  name: string;
  department: string | null;
  note: string | null;
  status: DoorStatus;
  ticketId: string;
  reference: string;
  checkedInAt: string | null;
  gate: string | null;
  admittedBy: string | null;
};

/** The public half of a key that tickets are or were signed with, raw in base64url (RFC 8032). */
export type TicketKey = { keyId: number; publicKey: string; isCurrent: boolean };

/** What a phone knows besides the people. Instants are the server's. */
export type RosterFacts = {
  eventId: string;
  event: { title: string; canOverride: boolean };
  /** Since when changes are still to be fetched; null until every page of the list is here. */
  asOf: string | null;
  ticketKeys: TicketKey[];
  /** The registrations of replaced tickets, by ticket id. */
  revoked: Record<string, string>;
  otherEvents: { id: string; title: string }[];
  keepUntil: string;
  /** What has to be added to this phone's clock. */
  clockOffsetMs: number;
};
