import { inTransaction } from "@/db/transaction";
import type { OrganizerScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { AppError } from "@/lib/platform/errors";
import { decideTogether } from "./decide-together";
import type { Decision } from "./decision";
import type { AddGuestsInput } from "./input";
import { closedBecause } from "./messages";

/** What became of one person: in, in the line, there already, or no seat for them. */
export type AddedGuest = AddGuestsInput["people"][number] & {
  outcome: "confirmed" | "waitlisted" | "already_registered" | "event_full";
};

/**
 * Registers people in an organizer's name, in the order given, through the same gate as everybody: never more than there are seats, the
 * rest into the line. They need no approval, answer no questions, and come also before registration opens or after it has closed. Each is told
 * by mail. For an event that is a draft, off or over it is `registration_closed`, and nobody is added; where some could not be decided the
 * error says so, and those already in are found in when the same people are added again.
 */
export async function addGuests(scope: OrganizerScope, { people }: AddGuestsInput): Promise<AddedGuest[]> {
  const { eventId, actorId } = scope;
  const settled = await Promise.allSettled(
    people.map(({ name, email, department }) =>
      decideTogether({
        ...{ eventId, who: { name, email }, department, answers: {}, guests: [], invitation: undefined },
        ...{ isAdded: true, claim: null },
      }),
    ),
  );
  const added = people.flatMap((person, place) => {
    const one = settled[place];
    return one?.status === "fulfilled" ? [{ ...person, outcome: outcomeOf(one.value) }] : [];
  });
  const detail = { people: added.filter(({ outcome }) => outcome === "confirmed" || outcome === "waitlisted").length };
  await inTransaction(undefined, (tx) => recordAudit(tx, { action: "registration.added", actorId, eventId, detail }));
  const failed = settled.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
  return added;
}

function outcomeOf(decision: Decision | undefined): AddedGuest["outcome"] {
  switch (decision?.outcome) {
    case "registered":
      if (decision.seat.status === "pending") break;
      return decision.seat.status;
    case "already_registered":
    case "already_registered_guest":
      return "already_registered";
    case "event_full":
      return "event_full";
    case "registration_closed":
      throw new AppError(
        "registration_closed",
        decision.reason === "draft" ? publishFirst : closedBecause[decision.reason],
      );
  }
  throw new Error(`nobody can be added with the outcome ${decision?.outcome}`);
}

const publishFirst = "Publish the event first: everybody you add gets a ticket by mail.";
