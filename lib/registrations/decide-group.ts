import { afterCommit, type Transaction } from "@/db/transaction";
import { eventTag, invalidateTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { enqueueMessages } from "@/lib/platform/outbox";
import { type Decision, isKept, type RegistrationRequest } from "./decision";
import { lockRegistration } from "./internal";
import { judgeRequest } from "./judge-request";
import { findKeptDecisions, keepDecisions, repeatsOf } from "./kept-decisions";
import { lockEvents } from "./lock-events";
import { type Candidate, withOneUserEach } from "./new-candidate";
import { findPeople } from "./people";
import { decisionOf, messagesOf } from "./read-seated-row";
import type { SeatedRow } from "./seat-candidates";
import { seatInTurn } from "./seat-in-turn";
import { takeOver } from "./take-over";

/**
 * Decides requests in the order given, under the locks of their events, and writes what follows from it: registrations, counters,
 * messages and the answers to repeat. Either all of it is committed or nothing. A patient group waits for its events; another one leaves
 * those of an event that somebody else holds undecided, as `held`.
 */
export async function decideGroup(
  tx: Transaction,
  requests: RegistrationRequest[],
  isPatient: boolean,
): Promise<(Decision | "held")[]> {
  const people = await findPeople(tx, requests);
  const { events, held } = await lockEvents(
    tx,
    [...new Set(requests.map(({ eventId }) => eventId))],
    isPatient,
    requests.flatMap(({ eventId, cameIn }) => (cameIn?.mustStand ? eventId : [])),
  );
  const at = now();
  const decisions = await findKeptDecisions(tx, requests, at);
  const repeats = repeatsOf(requests);
  const fresh = [...requests.entries()].filter(
    ([n, { eventId }]) => !decisions.has(n) && !repeats.has(n) && !held.has(eventId),
  );

  const candidates: { candidate: Candidate; request: RegistrationRequest }[] = [];
  for (const [n, request] of fresh) {
    const judged = judgeRequest(n, request, events.get(request.eventId), people, at);
    if ("outcome" in judged) decisions.set(n, judged);
    else candidates.push({ candidate: judged, request });
  }
  const placed = await seatInTurn(tx, withOneUserEach(candidates), events, at);
  const rows = await takeOverOwn(tx, placed, candidates);
  const ruleOf = (row: SeatedRow) =>
    (row.fate !== "full" && events.get(row.event_id)) || { confirmAddressMinutes: null };
  // Guests of a party have no request of their own.
  for (const row of rows) if (row.n >= 0) decisions.set(row.n, decisionOf(row, ruleOf(row)));
  // Nobody who is in already is told to wait.
  const news = rows.filter(
    (row) => !(requests[row.n]?.cameIn?.mustStand && "status" in row && row.status === "waitlisted"),
  );
  const messages = news.flatMap((row) => messagesOf(row, ruleOf(row), at));
  const kept = fresh.flatMap(([n, { claim }]) => keptUnder(claim, decisions.get(n)));
  await Promise.all([enqueueMessages(tx, messages), keepDecisions(tx, kept, at)]);

  const changed = new Set(rows.flatMap((row) => (row.fate === "admitted" ? eventTag(row.event_id) : [])));
  // Other processes are told while the next group is under way: for a moment after the answer they may show older numbers.
  if (changed.size > 0) afterCommit(tx, () => void invalidateTags([...changed]));
  return requests.map((request, n): Decision | "held" => {
    const first = repeats.get(n);
    const isSameRequest = first === undefined || requests[first]?.claim?.bodyHash === request.claim?.bodyHash;
    const decision = decisions.get(n) ?? (isSameRequest ? decisions.get(first ?? n) : { outcome: "key_reused" });
    if (!decision && held.has((requests[first ?? n] ?? request).eventId)) return "held";
    if (!decision) throw new Error("a request of the group was left undecided");
    return decision;
  });
}

/**
 * Whoever is signed in and meets what somebody else registered for their address makes it their
 * own.
 */
async function takeOverOwn(
  tx: Transaction,
  rows: SeatedRow[],
  candidates: { candidate: Candidate }[],
): Promise<SeatedRow[]> {
  if (!rows.some(isClaimOfOthers)) return rows;
  const byPlace = new Map(candidates.map(({ candidate }) => [candidate.n, candidate]));
  const owned: SeatedRow[] = [];
  for (const row of rows) {
    const own = isClaimOfOthers(row) ? byPlace.get(row.n) : undefined;
    if (!own || row.fate === "full") owned.push(row);
    else {
      const { name, department, answers, search_text: searchText } = own;
      const locked = await lockRegistration(tx, { eventId: row.event_id, registrationId: row.id });
      const { ticketId, revision } = await takeOver(tx, locked, { name, department, answers, searchText });
      owned.push({ ...row, name, ticket_id: ticketId, revision, is_claimed: false, confirm_by_ms: null });
    }
  }
  return owned;
}

function isClaimOfOthers(row: SeatedRow): boolean {
  return row.fate === "standing" && row.is_claimed && !row.is_guest;
}

function keptUnder(claim: RegistrationRequest["claim"], decision: Decision | undefined) {
  return claim && decision && isKept(decision) ? [{ claim, decision }] : [];
}
