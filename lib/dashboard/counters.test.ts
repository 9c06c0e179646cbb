import { expect, test } from "vitest";
import { sql } from "@/db/client";
import { recountPendingEvents } from "@/db/recount-events";
import { requireOrganizer } from "@/lib/access/scopes";
import { newId } from "@/lib/platform/id";
import { countRegistrations } from "@/lib/registrations/queries";
import { counterFaultsOf } from "@/lib/testing/counter-faults";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { registerGuests } from "@/lib/testing/registrations";
import { stageAttendee } from "@/lib/testing/stage-attendee";
import { stageTickets } from "@/lib/testing/stage-door";

const organizer = await makePerson({ role: "organizer" });

async function stageEvent() {
  const { id: eventId } = await makePublishedEvent(organizer, { capacity: 20 });
  await registerGuests(eventId, 30, eventId);
  for (const nps of [3, 8, 10, null]) {
    const { scope } = await stageAttendee(eventId, { department: "Sales" });
    await sql()`
      insert into survey_responses (event_id, id, user_id, rating, nps, comment, created_at)
      values (${eventId}, ${newId()}, ${scope.userId}, ${nps === null ? 5 : 2}, ${nps}, ${nps === 3 ? "Too loud" : null}, now())`;
  }
  return eventId;
}

/** As rows look that were written before there were counters. */
async function forgetCounters(eventId: string): Promise<void> {
  for (const table of ["registration_counters", "department_counters", "slot_counters", "survey_counters"])
    await sql()`delete from ${sql()(table)} where event_id = ${eventId}`;
}

test("counters follow rows that are written past every verb", async () => {
  const eventId = await stageEvent();
  expect(await counterFaultsOf(eventId)).toEqual([]);
  await sql()`update registrations set department = 'Research', registered_at = registered_at - interval '3 days' where event_id = ${eventId}`;
  await sql()`
    update registrations set status = 'cancelled', cancelled_at = now(), waitlist_order = null
    where event_id = ${eventId} and status = 'waitlisted'`;
  await sql()`update registrations set checked_in_at = now() where event_id = ${eventId} and status <> 'confirmed'`;
  await sql()`update survey_responses set rating = 1, nps = 7, comment = 'Well' where event_id = ${eventId} and nps = 10`;
  await sql()`delete from survey_responses where event_id = ${eventId} and nps = 3`;
  await sql()`delete from registrations where event_id = ${eventId} and reference < 'N'`;
  expect(await counterFaultsOf(eventId)).toEqual([]);
  await sql()`delete from events where id = ${eventId}`;
  expect(await counterFaultsOf(eventId)).toEqual([]);
});

test("a transaction that ends in nothing counts nothing", async () => {
  const eventId = await stageEvent();
  const undone = sql().begin(async (tx) => {
    await tx`delete from registrations where event_id = ${eventId}`;
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await counterFaultsOf(eventId)).toEqual([]);
});

test("many who write to one event at once count each row, and none waits for another's counters", async () => {
  const { id: eventId } = await makePublishedEvent(organizer);
  await stageTickets(eventId, 5);
  await sql().begin(async (slow) => {
    await slow`update registrations set checked_in_at = now() where event_id = ${eventId}`;
    await Promise.all(Array.from({ length: 8 }, () => stageTickets(eventId, 5)));
    expect(await countRegistrations(await requireOrganizer(organizer, eventId))).toMatchObject({
      confirmed: 45,
      checkedIn: 0,
    });
  });
  expect(await counterFaultsOf(eventId)).toEqual([]);
});

test("what was stored before the counters is counted once, while others write", async () => {
  const eventIds = [await stageEvent(), await stageEvent()];
  for (const eventId of eventIds) {
    await forgetCounters(eventId);
    await sql()`insert into pending_recounts (event_id) values (${eventId})`;
  }
  expect(await counterFaultsOf(eventIds[0] ?? "")).not.toEqual([]);
  await Promise.all([
    ...[1, 2, 3].map(() => recountPendingEvents(sql())),
    ...eventIds.flatMap((eventId) => [1, 2, 3, 4].map(() => stageTickets(eventId, 3))),
    ...eventIds.map((eventId) => sql()`update registrations set checked_in_at = now() where event_id = ${eventId}`),
  ]);
  expect(await sql()`select event_id from pending_recounts`).toHaveLength(0);
  for (const eventId of eventIds) expect(await counterFaultsOf(eventId)).toEqual([]);
});

test("a recount mends wrong counters, and changes right ones not at all", async () => {
  const eventId = await stageEvent();
  await sql()`update registration_counters set confirmed = confirmed + 7 where event_id = ${eventId}`;
  await sql()`update slot_counters set confirmed = 0, attended = 3 where event_id = ${eventId}`;
  for (let nth = 0; nth < 2; nth++) {
    await sql()`select recount_events(array[${eventId}::uuid])`;
    expect(await counterFaultsOf(eventId)).toEqual([]);
  }
});
