import { inTransaction } from "@/db/transaction";
import type { EventDetail } from "@/lib/events/queries";
import { newId } from "@/lib/platform/id";
import { enqueueMessages, type Message, type MessageKind } from "@/lib/platform/outbox";
import { stageTicket, stageTickets } from "./stage-door";

/** Writes a message as a verb would, about something of its own unless told otherwise. */
export function enqueue(kind: MessageKind, about: Partial<Message> = {}): Promise<void> {
  return inTransaction(undefined, (tx) => enqueueMessages(tx, [{ kind, dedupeKey: `${kind}:${newId()}`, ...about }]));
}

/** Somebody registered for the event, and what a message to them names. */
export async function stageReader(event: EventDetail, given: Parameters<typeof stageTicket>[1] = {}) {
  const ticket = await stageTicket(event.id, given);
  return { ...ticket, about: { eventId: event.id, registrationId: ticket.registrationId } };
}

/** So many confirmations to as many people, due now. */
export async function enqueueConfirmations(event: { id: string }, howMany: number): Promise<string[]> {
  const tickets = await stageTickets(event.id, howMany);
  const messages = tickets.map(({ registrationId }) => ({
    ...{ kind: "registration_confirmed" as const, dedupeKey: `registration_confirmed:${registrationId}:0` },
    ...{ eventId: event.id, registrationId },
  }));
  await inTransaction(undefined, (tx) => enqueueMessages(tx, messages));
  return tickets.map(({ registrationId }) => registrationId);
}
