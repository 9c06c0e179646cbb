import { registrationStateOf } from "@/lib/events/rules";
import { newId } from "@/lib/platform/id";
import { searchTextOf } from "@/lib/platform/search-text";
import { newTicketReference } from "@/lib/tickets/ticket-reference";
import type { Decision, RegistrationRequest } from "./decision";
import type { RegistrableEvent } from "./lock-events";
import type { KnownPerson } from "./people";
import { checkAnswers } from "./rules";
import type { Candidate } from "./seat-candidates";

/** Everything about a request that doesn't depend on the others: a refusal, or the candidate for a seat. */
export function judgeRequest(
  n: number,
  request: RegistrationRequest,
  event: RegistrableEvent | undefined,
  people: Map<string, KnownPerson>,
  at: Date,
): Decision | Candidate {
  if (!event) return { outcome: "no_such_event" };
  const { state } = registrationStateOf(event, at);
  if (state !== "open" && state !== "waitlist" && state !== "full")
    return { outcome: "registration_closed", reason: state };
  const { answers, errors } = checkAnswers(event.questions, request.answers);
  if (errors.length > 0) return { outcome: "invalid_answers", errors };
  const { who } = request;
  const userId = "userId" in who ? who.userId : null;
  // A guest's address may belong to an account: nothing of that account may show in the registration.
  const person = "userId" in who ? people.get(who.userId) : { ...who, department: null };
  if (!person) return { outcome: "no_such_person" };
  return {
    n,
    event_id: event.id,
    user_id: userId,
    new_user_id: newId(),
    name: person.name,
    email: person.email,
    department: request.department ?? person.department,
    answers,
    search_text: searchTextOf(person.name, person.email),
    registration_id: newId(),
    ticket_id: newId(),
    reference: newTicketReference(),
  };
}
