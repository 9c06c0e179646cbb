import { eq } from "drizzle-orm";
import { events } from "@/db/schema/events";
import type { Transaction } from "@/db/transaction";
import { notFound } from "@/lib/platform/errors";

/** The event's row, held against every other change until the transaction ends; registrations wait for it too. */
export async function lockEvent(tx: Transaction, eventId: string): Promise<typeof events.$inferSelect> {
  const [event] = await tx.select().from(events).where(eq(events.id, eventId)).for("no key update");
  if (!event) throw notFound();
  return event;
}
