import { isInvitationTo } from "@/lib/events/invitation";
import { registrationStateOf } from "@/lib/events/rules";
import { type Audience, isVisibleTo } from "@/lib/events/visibility";
import type { FieldError } from "@/lib/platform/errors";
import type { Decision, RegistrationRequest } from "./decision";
import type { RegistrableEvent } from "./lock-events";
import { type Candidate, newCandidate } from "./new-candidate";
import type { KnownPerson } from "./people";
import { checkAnswers, ineligibleReasonOf } from "./rules";

/** Everything about a request that doesn't depend on the others: a refusal, or the candidate for a seat. */
export function judgeRequest(
  n: number,
  request: RegistrationRequest,
  event: RegistrableEvent | undefined,
  people: Map<string, KnownPerson>,
  at: Date,
): Decision | Candidate {
  if (!event) return { outcome: "no_such_event" };
  if (!request.isAdded && !isVisibleTo(audienceOfRequest(request, people), event)) return { outcome: "no_such_event" };
  const closed = closedReasonOf(request, event, at);
  if (closed) return { outcome: "registration_closed", reason: closed };
  const { who } = request;
  const userId = "userId" in who ? who.userId : null;
  // A guest's address may belong to an account: nothing of that account may show in the registration.
  const person = "userId" in who ? people.get(who.userId) : { ...who, department: null, provenDepartment: null };
  if (!person) return { outcome: "no_such_person" };
  const isInvited = isInvitationTo(event, request.invitation);
  const reason = request.isAdded ? null : ineligibleReasonOf(event, { department: person.provenDepartment, isInvited });
  if (reason) return { outcome: "not_eligible", reason };
  const { answers, errors } = checkAnswers(request.isAdded ? [] : event.questions, request.answers, at);
  const faults = [...guestFaultsOf(request, event), ...errors];
  if (faults.length > 0) return { outcome: "invalid_input", errors: faults };
  const department = request.department ?? person.department;
  // Whoever is written in by the team gets their ticket by mail alone.
  const isClaimed = userId === null && !request.isAdded && !request.cameIn;
  const { name, email } = person;
  return newCandidate(n, event.id, { userId, name, email, department, answers, isClaimed });
}

function audienceOfRequest({ who }: RegistrationRequest, people: Map<string, KnownPerson>): Audience {
  return "userId" in who ? { department: people.get(who.userId)?.provenDepartment ?? null } : "strangers";
}

type ClosedReason = Extract<Decision, { outcome: "registration_closed" }>["reason"];

function closedReasonOf(
  { isAdded, cameIn }: RegistrationRequest,
  event: RegistrableEvent,
  at: Date,
): ClosedReason | null {
  // Whoever came while the event was on is judged by that, however late the phone tells.
  const wasOn = cameIn && event.status === "completed" ? { ...event, status: "published" as const } : event;
  const { state } = registrationStateOf(wasOn, cameIn?.at ?? at);
  if (state === "open" || state === "waitlist" || state === "full") return null;
  const isTooEarlyOrLate = state === "not_open" || state === "closed";
  return isAdded && isTooEarlyOrLate ? null : state;
}

function guestFaultsOf({ guests }: RegistrationRequest, { guestsPerPerson, capacity }: RegistrableEvent): FieldError[] {
  if (guests.length === 0) return [];
  if (guestsPerPerson === 0) return [{ path: "guests", message: "One can't bring guests to this event." }];
  if (guests.length > guestsPerPerson)
    return [{ path: "guests", message: `One can bring at most ${guestsPerPerson} guests to this event.` }];
  if (capacity !== null && guests.length >= capacity)
    return [{ path: "guests", message: `The event has only ${capacity} seats.` }];
  return [];
}
