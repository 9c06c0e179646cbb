import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { registrations, revokedTickets } from "@/db/schema/registrations";
import { requireOrganizer } from "@/lib/access/scopes";
import { newId } from "@/lib/platform/id";
import { stageDoor, stagePerson, stageTicket } from "@/lib/testing/stage-door";
import { reissueTicket } from "./reissue-ticket";

async function staged(status: "confirmed" | "cancelled" = "confirmed") {
  const organizer = await stagePerson("Olga");
  const { eventId } = await stageDoor({ organizerId: organizer.userId });
  const { registrationId, ticketId } = await stageTicket(eventId, { status });
  return { registrationId, ticketId, organizing: await requireOrganizer(organizer, eventId) };
}

it("replaces the ticket and remembers the old one as revoked", async () => {
  const { registrationId, ticketId, organizing } = await staged();
  await reissueTicket(organizing, { registrationId });
  const [row] = await db().select().from(registrations).where(eq(registrations.id, registrationId));
  expect(row?.ticketId).not.toBe(ticketId);
  const revoked = await db().select().from(revokedTickets).where(eq(revokedTickets.registrationId, registrationId));
  expect(revoked).toMatchObject([{ ticketId }]);
});

it("is refused for a cancelled registration, and for one of another event", async () => {
  const [cancelled, other] = [await staged("cancelled"), await staged()];
  await expect(reissueTicket(cancelled.organizing, cancelled)).rejects.toMatchObject({ code: "conflict" });
  for (const registrationId of [other.registrationId, newId()])
    await expect(reissueTicket(cancelled.organizing, { registrationId })).rejects.toMatchObject({ code: "not_found" });
});
