import { randomBytes } from "node:crypto";
import { events } from "@/db/schema/events";
import { inTransaction, type Transaction } from "@/db/transaction";
import type { AuthorScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { invalidInput } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import { holdCategory } from "./categories/list-categories";
import type { CreateEventInput } from "./input";
import { eventSearchText } from "./internal";
import { type EventDetail, readEvent } from "./queries";
import { eligibilityFaultsOf, scheduleFaultsOf } from "./rules";
import { slugOf } from "./slug";

/** Makes a draft that belongs to the author, under an address of its own; `invalid_input` where its fields contradict each other. */
export async function createEvent(scope: AuthorScope, input: CreateEventInput, tx?: Transaction): Promise<EventDetail> {
  const faults = [...scheduleFaultsOf(input), ...eligibilityFaultsOf(input)];
  if (faults.length > 0) throw invalidInput(...faults);
  return inTransaction(tx, async (tx) => {
    const id = await insertDraft(tx, scope.userId, input);
    await recordAudit(tx, { actorId: scope.userId, action: "event.created", eventId: id });
    return readEvent(id, tx);
  });
}

/** Inserts a draft of that organizer and returns its id. Two events of one title get different addresses, also at once. */
export async function insertDraft(tx: Transaction, organizerId: string, input: CreateEventInput): Promise<string> {
  await holdCategory(tx, input.category);
  const at = now();
  const draft = {
    ...input,
    id: newId(),
    organizerId,
    searchText: eventSearchText(input),
    createdAt: at,
    updatedAt: at,
  };
  for (let slug = slugOf(input.title); ; slug = `${slugOf(input.title)}-${randomBytes(3).toString("hex")}`) {
    const inserted = await tx
      .insert(events)
      .values({ ...draft, slug })
      .onConflictDoNothing({ target: events.slug })
      .returning({ id: events.id });
    if (inserted.length > 0) return draft.id;
  }
}
