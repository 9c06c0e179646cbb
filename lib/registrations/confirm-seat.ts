import { and, eq, isNotNull } from "drizzle-orm";
import { events } from "@/db/schema/events";
import { registrations } from "@/db/schema/registrations";
import { inTransaction, type Transaction } from "@/db/transaction";
import { type AttendeeScope, requireOwner } from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { lockRegistration } from "./internal";
import { takeOver } from "./take-over";

/**
 * Says that one takes the seat one was promoted to, or confirms the address that it was given to,
 * whose owner then gets the ticket: the seat stays one's own. An address is confirmed by its owner
 * alone (`forbidden`). Twice changes nothing; without a seat, or when the time to answer is over,
 * it is `conflict`.
 */
export async function confirmSeat(
  scope: AttendeeScope,
  tx?: Transaction,
): Promise<{ id: string; status: "confirmed" }> {
  return inTransaction(tx, async (tx) => {
    const row = await lockRegistration(tx, scope);
    const asksAddress = row.isClaimed && row.confirmBy !== null && (await asksForAddresses(tx, row.eventId));
    if (asksAddress) requireOwner(scope);
    const at = now();
    if (row.status !== "confirmed" || (row.confirmBy && row.confirmBy <= at))
      throw new AppError("conflict", "The time to answer is over: the seat has passed on to the next person in line.");
    if (asksAddress) await takeOver(tx, row);
    else if (row.confirmBy)
      await tx
        .update(registrations)
        .set({ confirmBy: null, updatedAt: at })
        .where(and(eq(registrations.eventId, row.eventId), eq(registrations.id, row.id)));
    return { id: row.id, status: "confirmed" };
  });
}

async function asksForAddresses(tx: Transaction, eventId: string): Promise<boolean> {
  return (await tx.$count(events, and(eq(events.id, eventId), isNotNull(events.confirmAddressMinutes)))) > 0;
}
