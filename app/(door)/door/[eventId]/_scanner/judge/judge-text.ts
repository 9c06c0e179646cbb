import { parseReference } from "@/lib/checkin/rules";
import type { Admission, Person, RosterFacts, TicketKey } from "../roster/person";
import type { Roster } from "../roster/roster";
import type { Outcome } from "./outcome";
import { parseTicketCode, type TicketClaim } from "./ticket-code";
import type { Verify } from "./verify-signature";

/** What the phone knows. `strangers` are tickets let in that are not on the list, by ticket id. */
export type Knowledge = {
  eventId: string;
  facts: RosterFacts | null;
  roster: Roster;
  strangers: ReadonlyMap<string, Admission>;
  verify: Verify;
};

export type Judgement = Omit<Outcome, "scanId">;

/**
 * Judges a scanned or typed text by this phone's list alone. A ticket code counts only with a good signature for this event,
 * whatever the list says; a typed reference counts only when it is on the list.
 */
export async function judgeText(text: string, known: Knowledge): Promise<Judgement> {
  const reference = parseReference(text);
  if (reference) return judgePerson(known.roster.findByReference(reference)) ?? unknown(known.facts);
  const claim = parseTicketCode(text);
  if (!claim) return unknown(known.facts);
  const signer = await findSigner(claim, known.eventId, known);
  if (signer === null) return { verdict: "unverified" };
  if (!signer) return (await findRightEvent(claim, known)) ?? unknown(known.facts);
  return { ticketId: claim.ticketId, ...judgeOurs(claim.ticketId, signer, known) };
}

function judgeOurs(ticketId: string, signer: TicketKey, { roster, facts, strangers }: Knowledge): Judgement {
  const onList = judgePerson(roster.findByTicket(ticketId));
  if (onList) return onList;
  const holderId = facts?.revoked[ticketId];
  if (holderId !== undefined) return { verdict: "revoked", ...namesOf(roster.find(holderId)) };
  const before = strangers.get(ticketId);
  if (before) return { verdict: "already_checked_in", ...firstOf(before) };
  // Every ticket of an older key was there when this list was made: one that is not on it was never ours.
  return signer.isCurrent ? { verdict: "provisional", ...asOf(facts) } : unknown(facts);
}

/** The answer for somebody on the list; null for nobody. */
export function judgePerson(person: Person | undefined): Judgement | null {
  if (!person) return null;
  // Whoever was let in against the list is in, whatever the list says of a seat.
  if (!person.checkedInAt) {
    return { verdict: person.status === "confirmed" ? "admitted" : person.status, ...namesOf(person) };
  }
  const first = firstOf({ at: person.checkedInAt, gate: person.gate, by: person.admittedBy });
  return { verdict: "already_checked_in", ...namesOf(person), ...first };
}

/** The key that signed this claim for this event; undefined for none, null where that can't be told. */
async function findSigner(
  claim: TicketClaim,
  eventId: string,
  { facts, verify }: Knowledge,
): Promise<TicketKey | undefined | null> {
  // Without a list there are no keys either.
  if (!facts) return null;
  const keys = facts.ticketKeys.filter((key) => key.keyId === claim.keyId);
  const checks = await Promise.all(keys.map((key) => verify(claim, eventId, key)));
  return checks.includes(null) ? null : keys[checks.indexOf(true)];
}

async function findRightEvent(claim: TicketClaim, known: Knowledge): Promise<Judgement | null> {
  const others = known.facts?.otherEvents ?? [];
  const checks = await Promise.all(others.map(({ id }) => findSigner(claim, id, known)));
  const right = others[checks.findIndex(Boolean)];
  return right ? { verdict: "wrong_event", correctEventTitle: right.title } : null;
}

const unknown = (facts: RosterFacts | null): Judgement => ({ verdict: "not_a_ticket", ...asOf(facts) });
const asOf = (facts: RosterFacts | null) => (facts?.asOf ? { listAsOf: facts.asOf } : {});

function namesOf(person: Person | undefined): Omit<Judgement, "verdict"> {
  if (!person) return {};
  const { registrationId, name, department, note } = person;
  return { registrationId, name, ...(department && { department }), ...(note && { note }) };
}

function firstOf({ at, gate, by }: Admission): Omit<Judgement, "verdict"> {
  return { firstCheckedInAt: at, ...(gate && { firstGate: gate }), ...(by && { firstBy: by }) };
}
