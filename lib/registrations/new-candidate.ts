import type { Answers } from "@/db/schema/registrations";
import { newId } from "@/lib/platform/id";
import { searchTextOf } from "@/lib/platform/search-text";
import { newTicketReference } from "@/lib/tickets/ticket-reference";

/** A request that its event admits as far as rules go, with the ids it will have if it gets a place. */
export type Candidate = {
  n: number;
  event_id: string;
  user_id: string | null;
  new_user_id: string;
  /** The registration that brings this guest; null for who asks for oneself. */
  party_of: string | null;
  name: string;
  email: string | null;
  department: string | null;
  answers: Answers;
  search_text: string;
  registration_id: string;
  ticket_id: string;
  reference: string;
  /** Whoever asks has not proved that the address is theirs. */
  is_claimed: boolean;
};

type Asker = {
  userId: string | null;
  name: string;
  email: string;
  department: string | null;
  answers: Answers;
  isClaimed: boolean;
};

/** The candidate for the `n`th request of a group; the user is looked up by the address where there is no id. */
export function newCandidate(n: number, eventId: string, asker: Asker): Candidate {
  const { userId, name, email, department, answers, isClaimed } = asker;
  return {
    ...{ n, event_id: eventId, user_id: userId, new_user_id: newId(), party_of: null },
    ...{ name, email, department, answers, search_text: searchTextOf(name, email), ...newTicketIds() },
    is_claimed: isClaimed,
  };
}

/** A named guest of the registration `partyOf`: with a ticket of their own, but no user and no address. */
export function newGuestCandidate(n: number, eventId: string, partyOf: string, name: string): Candidate {
  return {
    ...{ n, event_id: eventId, user_id: null, new_user_id: newId(), party_of: partyOf, name, email: null },
    // The search text ends in an address, which door staff don't search in; this one has none.
    ...{ department: null, answers: {}, search_text: `${searchTextOf(name)} -`, ...newTicketIds() },
    is_claimed: false,
  };
}

/** The candidates, with one id for those of them who bring the same address: should it be new, that is one new user. */
export function withOneUserEach<Asked extends { candidate: Candidate }>(asked: Asked[]): Asked[] {
  const ids = new Map<string, string>();
  return asked.map((one) => {
    const { email, new_user_id } = one.candidate;
    if (email === null) return one;
    const id = ids.get(email) ?? new_user_id;
    ids.set(email, id);
    return { ...one, candidate: { ...one.candidate, new_user_id: id } };
  });
}

function newTicketIds(): Pick<Candidate, "registration_id" | "ticket_id" | "reference"> {
  return { registration_id: newId(), ticket_id: newId(), reference: newTicketReference() };
}
