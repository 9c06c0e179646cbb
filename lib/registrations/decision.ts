import { z } from "zod";
import type { Answers } from "@/db/schema/registrations";
import type { IdempotencyClaim } from "@/lib/access/idempotency";
import type { FieldError } from "@/lib/platform/errors";

/** One request for a place. A guest's user is unknown until the group is decided. */
export type RegistrationRequest = {
  eventId: string;
  who: { userId: string } | { name: string; email: string };
  department: string | undefined;
  answers: Answers;
  claim: IdempotencyClaim | null;
};

const seat = z.object({
  id: z.string(),
  eventId: z.string(),
  status: z.enum(["confirmed", "waitlisted"]),
  waitlistPosition: z.number().nullable(),
  ticketId: z.string(),
  registeredAt: z.coerce.date(),
});

/** The decisions that are kept under an Idempotency-Key. They hold ids only: tickets and links are made anew from them. */
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

const unkept = new Set<Decision["outcome"]>(["invalid_answers", "no_such_event", "no_such_person", "key_reused"]);

/** What became of a request: plain data, since the group may have been decided by another bundle of the same process. */
export type Decision =
  | KeptDecision
  | { outcome: "invalid_answers"; errors: FieldError[] }
  | { outcome: "no_such_event" | "no_such_person" | "key_reused" };

/** True for a decision that stands; refusals of the input itself are not kept. */
export function isKept(decision: Decision): decision is KeptDecision {
  return !unkept.has(decision.outcome);
}
