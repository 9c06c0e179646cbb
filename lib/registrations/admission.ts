import { now } from "@/lib/platform/clock";
import type { RegistrableEvent } from "./lock-events";

/** What an event gives in one statement: how many seats (null: without limit), then places in the line. */
export type Admission = {
  event_id: string;
  seats_left: number | null;
  waiting: number;
  sequence: number;
  has_line: boolean;
  /** Whoever gets a seat waits for the organizer's word, and holds the seat meanwhile, or does not. */
  is_pending: boolean;
  pending_holds_seat: boolean;
  /**
   * Until when a seat is held for somebody whose address nobody has proved; null: they just have
   * it.
   */
  confirm_claimed_by: string | null;
};

/** By its own rules. While somebody waits, a free seat is theirs; a request that holds no seat can always be made. */
export function admissionOf(event: RegistrableEvent): Admission {
  const admission = { ...confirmingAdmissionOf(event), is_pending: event.approval !== "none" };
  if (event.approval === "holds_no_seat") return { ...admission, seats_left: null };
  return { ...admission, pending_holds_seat: event.approval === "holds_seat" };
}

/** Without approval. */
export function confirmingAdmissionOf(event: RegistrableEvent): Admission {
  const { id, capacity, seatsTaken, waitlistCount, waitlistSequence, waitlistEnabled, isLocked } = event;
  const free = capacity === null ? null : Math.max(0, capacity - seatsTaken);
  return {
    event_id: id,
    seats_left: isLocked ? (waitlistCount > 0 ? 0 : free) : 0,
    waiting: waitlistCount,
    sequence: waitlistSequence,
    has_line: isLocked && waitlistEnabled,
    is_pending: false,
    pending_holds_seat: false,
    confirm_claimed_by: confirmByOf(event),
  };
}

/** The same for a party that comes together or not at all: too few seats are none. */
export function partyAdmissionOf(admission: Admission, size: number): Admission {
  const isTooSmall = admission.seats_left !== null && admission.seats_left < size;
  return isTooSmall ? { ...admission, seats_left: 0 } : admission;
}

function confirmByOf({ confirmAddressMinutes }: RegistrableEvent): string | null {
  if (confirmAddressMinutes === null) return null;
  return new Date(now().getTime() + confirmAddressMinutes * 60_000).toISOString();
}
