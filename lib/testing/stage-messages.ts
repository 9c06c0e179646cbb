import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/outbox";
import { registrations } from "@/db/schema/registrations";
import { users } from "@/db/schema/users";
import { inTransaction } from "@/db/transaction";
import { newId } from "@/lib/platform/id";
import { enqueueMessages, type Message, type MessageKind } from "@/lib/platform/outbox";
import { stageTicket, stageTickets } from "./stage-door";

/** Writes a message as a verb would, about something of its own unless told otherwise. */
export function enqueue(kind: MessageKind, about: Partial<Message> = {}): Promise<void> {
  return inTransaction(undefined, (tx) => enqueueMessages(tx, [{ kind, dedupeKey: `${kind}:${newId()}`, ...about }]));
}

/** Somebody registered for the event: their ticket, their address, and what a message to them names. */
export async function stageReader(eventId: string, given: Parameters<typeof stageTicket>[1] = {}) {
  const ticket = await stageTicket(eventId, given);
  const [person] = await db()
    .select({ email: users.email })
    .from(registrations)
    .innerJoin(users, eq(users.id, registrations.userId))
    .where(eq(registrations.id, ticket.registrationId));
  if (!person) throw new Error("the reader was not stored");
  return { ...ticket, email: person.email, about: { eventId, registrationId: ticket.registrationId } };
}

/** A confirmation to each of so many people, due now. */
export async function enqueueConfirmations(eventId: string, howMany: number): Promise<void> {
  const tickets = await stageTickets(eventId, howMany);
  const messages = tickets.map(({ registrationId }) => ({
    ...{ kind: "registration_confirmed" as const, dedupeKey: `registration_confirmed:${registrationId}:0` },
    ...{ eventId, registrationId },
  }));
  await inTransaction(undefined, (tx) => enqueueMessages(tx, messages));
}

/** What the outbox says, oldest first. */
export function readOutbox() {
  return db().select().from(outbox).orderBy(outbox.createdAt, outbox.id);
}
