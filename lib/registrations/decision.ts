import { z } from "zod";
import type { IdempotencyClaim } from "@/lib/access/idempotency";
import type { FieldError } from "@/lib/platform/errors";
import type { IneligibleReason } from "./rules";

/** One request for a place. A guest's user is unknown until the group is decided. */
export type RegistrationRequest = {
  eventId: string;
  who: { userId: string } | { name: string; email: string };
  department: string | undefined;
  answers: Record<string, string | number | boolean>;
  /** The names of those whom the person brings. */
  guests: string[];
  /** The code of the invitation link that the person came by. */
  invitation: string | undefined;
  /** Written in by an organizer: at any time, without approval, questions or limits on who may come. */
  isAdded: boolean;
  /** At the door, at that instant, also after the event; where they are in already (`mustStand`), the line takes them when it is closed to others. */
  cameIn?: { at: Date; mustStand: boolean };
  claim: IdempotencyClaim | null;
};

const seat = z.object({
  id: z.string(),
  eventId: z.string(),
  status: z.enum(["confirmed", "waitlisted", "pending"]),
  waitlistPosition: z.number().nullable(),
  ticketId: z.string(),
  registeredAt: z.coerce.date(),
  // The previous version stored decisions without these two.
  name: z.string().default(""),
  reference: z.string().default(""),
  asksAddress: z.boolean().default(false),
  confirmBy: z.coerce.date().nullable().default(null),
});

/**
 * The decisions that are kept under an Idempotency-Key. Tickets and links are made anew from them.
 */
export const keptDecision = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.enum(["registered", "already_registered"]), seat }),
  z.object({ outcome: z.literal("already_registered_guest"), eventId: z.string() }),
  z.object({ outcome: z.literal("event_full") }),
  z.object({
    outcome: z.literal("registration_closed"),
    reason: z.enum(["draft", "cancelled", "past", "not_open", "closed"]),
  }),
]);

export type KeptDecision = z.output<typeof keptDecision>;

const unkept = new Set<Decision["outcome"]>([
  ...(["invalid_input", "not_eligible", "no_such_event", "no_such_person", "key_reused"] as const),
]);

/** What became of a request: plain data, since the group may have been decided by another bundle of the same process. */
export type Decision =
  | KeptDecision
  | { outcome: "invalid_input"; errors: FieldError[] }
  | { outcome: "not_eligible"; reason: IneligibleReason }
  | { outcome: "no_such_event" | "no_such_person" | "key_reused" };

/** True for a decision that stands; refusals of the input itself are not kept. */
export function isKept(decision: Decision): decision is KeptDecision {
  return !unkept.has(decision.outcome);
}
