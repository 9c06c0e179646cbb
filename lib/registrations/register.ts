import type { Actor } from "@/lib/access/actor";
import type { TokenKind } from "@/lib/access/attendee-token";
import type { IdempotencyClaim } from "@/lib/access/idempotency";
import { requireDoor } from "@/lib/access/scopes";
import { AppError, invalidInput, notFound } from "@/lib/platform/errors";
import { takeOrRefuse } from "@/lib/platform/rate-limit";
import { decideTogether } from "./decide-together";
import type { Decision, RegistrationRequest } from "./decision";
import { findOtherFaults } from "./find-other-faults";
import type { RegisterInput } from "./input";
import { requireAddressLimit } from "./require-address-limit";
import { requireGuestsLimit } from "./require-guests-limit";
import { requireUnconfirmedLimit } from "./require-unconfirmed-limit";
import type { IneligibleReason } from "./rules";
import { type StandingRegistration, standingRegistrationOf } from "./standing-registration";

export type RegisterOutcome =
  | { outcome: "registered" | "already_registered"; registration: StandingRegistration }
  | { outcome: "already_registered_guest"; eventId: string }
  | { outcome: "event_full" }
  | { outcome: "registration_closed"; reason: "draft" | "cancelled" | "past" | "not_open" | "closed" };

/**
 * Gives the person a seat, or a place in the line when seats are gone or somebody waits: never more seats than capacity, in order
 * of arrival, one standing registration a person. Guests come along together or not at all; where the organizer approves, it is a request. Repeats change nothing; with a claim they get the first answer.
 * What a stranger asks for counts by `caller`, their guests included.
 */
export async function register(
  actor: Actor,
  input: RegisterInput,
  idempotency: IdempotencyClaim | null = null,
  caller: string | null = null,
): Promise<RegisterOutcome> {
  const who = actor.kind === "person" ? { userId: actor.userId } : await guestOf(actor, input);
  await Promise.all([
    takeOrRefuse("registerEvent", [`event:${input.eventId}`]),
    "email" in who && requireAddressLimit(who.email),
    "email" in who && caller !== null && requireGuestsLimit(caller, input),
    "email" in who && caller !== null && requireUnconfirmedLimit(caller, input),
  ]);
  const { eventId, department, answers, invitation } = input;
  const guests = input.guests.map(({ name }) => name);
  const asked = { eventId, who, department, answers, guests, invitation };
  const request: RegistrationRequest = { ...asked, isAdded: false, claim: idempotency };
  return outcomeOf(actor, eventId, await decideTogether(request));
}

const ineligible: Record<IneligibleReason, string> = {
  department: "This event is for other departments than yours.",
  unknown_department:
    "This event is for certain departments only, and only the organisation can say which one you belong to. Sign in, or ask an administrator to set your department.",
  invitation: "This event is by invitation only. Open the link of your invitation to register.",
};

async function guestOf(actor: Actor, input: RegisterInput): Promise<{ name: string; email: string }> {
  const { name, email } = input;
  if (name !== undefined && email !== undefined) return { name, email };
  throw invalidInput(...(await findOtherFaults(actor, input)));
}

async function outcomeOf(actor: Actor, eventId: string, decision: Decision): Promise<RegisterOutcome> {
  switch (decision.outcome) {
    case "registered":
    case "already_registered":
      return { outcome: decision.outcome, registration: standingRegistrationOf(decision.seat, kindFor(actor)) };
    case "registration_closed":
      if (decision.reason === "draft") await requireKnownDraft(actor, eventId);
      return decision;
    case "already_registered_guest":
    case "event_full":
      return decision;
    case "invalid_input":
      throw invalidInput(...decision.errors);
    case "not_eligible":
      throw new AppError("not_eligible", ineligible[decision.reason]);
    case "no_such_event":
      throw notFound();
    case "no_such_person":
      throw new AppError("unauthenticated", "This account no longer exists.");
    case "key_reused":
      throw new AppError("idempotency_mismatch", "This Idempotency-Key was already used for another request.");
  }
}

/** What the answer gives to somebody who has proved no address opens less than what is mailed. */
function kindFor(actor: Actor): TokenKind {
  return actor.kind === "person" ? "proved" : "claimed";
}

/** Only an event's team may know of its draft. */
async function requireKnownDraft(actor: Actor, eventId: string): Promise<void> {
  if (actor.kind === "anonymous") throw notFound();
  await requireDoor(actor, eventId);
}
