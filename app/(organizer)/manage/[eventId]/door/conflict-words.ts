import type { Conflict, OpenWalkIn } from "@/lib/checkin/conflicts";

const refused: Partial<Record<Conflict["verdict"], string>> = {
  cancelled: "Let in, but the registration is cancelled",
  waitlisted: "Let in, but still waits for a seat",
  wrong_event: "Let in with a ticket of another event",
  revoked: "Let in with a ticket that was replaced",
  not_a_ticket: "Let in with a code that is no ticket of this event",
};

/** What happened, in one line. */
export function conflictWords({ verdict, name }: Pick<Conflict, "verdict" | "name">): string {
  if (verdict === "not_a_ticket" && name !== null)
    return "Turned away by a phone whose list was old, though on the list";
  return refused[verdict] ?? "Let in twice with one ticket";
}

/** Why nobody could give this person a seat. */
export function walkInWords({ outcome, isOverCapacity }: Pick<OpenWalkIn, "outcome" | "isOverCapacity">): string {
  if (isOverCapacity) return "Let in without a ticket, over capacity";
  return outcome === "closed" ? "Came without a ticket when the event was off or over" : "Came without a ticket: full";
}
