import { and, eq } from "drizzle-orm";
import { registrations } from "@/db/schema/registrations";
import { users } from "@/db/schema/users";
import type { Transaction } from "@/db/transaction";
import { type Admission, admissionOf, confirmingAdmissionOf, partyAdmissionOf } from "./admission";
import type { RegistrationRequest } from "./decision";
import { type RegistrableEvent, rereadEvents } from "./lock-events";
import { type Candidate, newGuestCandidate } from "./new-candidate";
import { type SeatedRow, seatCandidates } from "./seat-candidates";

type Asked = { candidate: Candidate; request: RegistrationRequest };
type Run = { kind: "alone" | "added" | "party" | "in already"; asked: Asked[] };

/**
 * Seats candidates in their order. Those who come alone to events under their own rules go into one statement together; a party, or
 * somebody written in by an organizer, takes a statement of its own, in its turn.
 */
export async function seatInTurn(
  tx: Transaction,
  asked: Asked[],
  events: Map<string, RegistrableEvent>,
  at: Date,
): Promise<SeatedRow[]> {
  const rows: SeatedRow[] = [];
  let fresh = events;
  for (const [place, run] of runsOf(asked).entries()) {
    // The statements before have moved the counters.
    if (place > 0) fresh = await rereadEvents(tx, events);
    const candidates = run.asked.map(({ candidate }) => candidate);
    const [first] = run.asked;
    if (run.kind === "party" && first) rows.push(...(await seatParty(tx, first, fresh, at)));
    else {
      const admit = admissionBy[run.kind];
      rows.push(...(await seatCandidates(tx, candidates, [...fresh.values()].map(admit), at)));
    }
  }
  return rows;
}

const admissionBy = {
  alone: admissionOf,
  party: admissionOf,
  added: confirmingAdmissionOf,
  "in already": (event: RegistrableEvent) => ({ ...confirmingAdmissionOf(event), has_line: event.isLocked }),
};

function kindOf({ guests, cameIn, isAdded }: RegistrationRequest): Run["kind"] {
  if (guests.length > 0) return "party";
  if (cameIn?.mustStand) return "in already";
  return isAdded ? "added" : "alone";
}

function runsOf(asked: Asked[]): Run[] {
  const runs: Run[] = [];
  for (const one of asked) {
    const kind = kindOf(one.request);
    const last = runs.at(-1);
    if (last && kind !== "party" && last.kind === kind) last.asked.push(one);
    else runs.push({ kind, asked: [one] });
  }
  return runs;
}

/** All of the party get seats, or all a place in the line, or none anything; who stands already brings nobody more. */
async function seatParty(
  tx: Transaction,
  { candidate, request }: Asked,
  events: Map<string, RegistrableEvent>,
  at: Date,
): Promise<SeatedRow[]> {
  const event = events.get(candidate.event_id);
  if (!event) throw new Error("the event of a party is not locked");
  const earlier = await findEarlier(tx, candidate);
  const isStanding = earlier !== null && earlier.status !== "cancelled";
  const lead = { ...candidate, n: 0 };
  const partyOf = earlier?.id ?? candidate.registration_id;
  const guests = isStanding
    ? []
    : request.guests.map((name, place) => newGuestCandidate(place + 1, candidate.event_id, partyOf, name));
  const admission: Admission = request.isAdded ? confirmingAdmissionOf(event) : admissionOf(event);
  const party = [lead, ...guests];
  const rows = await seatCandidates(tx, party, [partyAdmissionOf(admission, party.length)], at);
  return rows.map((row) => (row.n === 0 ? { ...row, n: candidate.n } : { ...row, n: -row.n }));
}

/** The registration that the candidate has or had for the event. */
async function findEarlier(tx: Transaction, { event_id, user_id, email }: Candidate) {
  const [row] = await tx
    .select({ id: registrations.id, status: registrations.status })
    .from(registrations)
    .innerJoin(users, eq(users.id, registrations.userId))
    .where(
      and(
        eq(registrations.eventId, event_id),
        user_id === null ? eq(users.email, email ?? "") : eq(registrations.userId, user_id),
      ),
    );
  return row ?? null;
}
