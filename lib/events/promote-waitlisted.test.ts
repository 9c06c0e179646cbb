import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { inTransaction } from "@/db/transaction";
import { requireOrganizer } from "@/lib/access/scopes";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { faultsOf, messagesAbout, registerGuests, standingOf, tallyOf } from "@/lib/testing/registrations";
import { lockEvent } from "./lock-event";
import { promoteWaitlisted } from "./promote-waitlisted";
import { updateEvent } from "./update-event";

const organizer = await makePerson({ role: "organizer", name: "Olga" });

async function withLine(prefix: string) {
  const { id: eventId } = await makePublishedEvent(organizer, { capacity: 1 });
  const ids = (await registerGuests(eventId, 5, prefix)).map((outcome) => standingOf(outcome).id);
  return { eventId, ids };
}

const promote = (eventId: string) =>
  inTransaction(undefined, async (tx) => {
    await lockEvent(tx, eventId);
    return promoteWaitlisted(tx, eventId);
  });

it("moves up exactly as many as there are new seats, in order, and tells each once", async () => {
  const { eventId, ids } = await withLine("raised");
  await updateEvent(await requireOrganizer(organizer, eventId), { capacity: 3 });
  expect((await tallyOf(eventId)).line).toEqual(ids.slice(3));
  expect(await promote(eventId)).toEqual([]);
  expect(await messagesAbout(ids[1] ?? "")).toEqual(["registration_waitlisted", "registration_promoted"]);
  expect(await messagesAbout(ids[3] ?? "")).toEqual(["registration_waitlisted"]);
  expect(await faultsOf(eventId)).toEqual([]);
});

it("moves everyone up when the limit is lifted", async () => {
  const { eventId } = await withLine("lifted");
  await updateEvent(await requireOrganizer(organizer, eventId), { capacity: null });
  expect((await tallyOf(eventId)).rows).toEqual({ confirmed: 5, waitlisted: 0 });
  expect(await faultsOf(eventId)).toEqual([]);
});

it("moves nobody up once the event is over or called off", async () => {
  for (const change of [{ status: "cancelled" as const }, { startsAt: new Date(0), endsAt: new Date(1) }]) {
    const { eventId } = await withLine(`late${Object.keys(change).length}`);
    await db()
      .update(events)
      .set({ ...change, capacity: 3 })
      .where(eq(events.id, eventId));
    expect(await promote(eventId)).toEqual([]);
  }
});
