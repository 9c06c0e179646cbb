import { eq, sql } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { idempotencyKeys } from "@/db/schema/idempotency-keys";
import { outbox } from "@/db/schema/outbox";
import { surveyResponses, surveys } from "@/db/schema/surveys";
import { signInCodes } from "@/db/schema/users";
import type { Person } from "@/lib/access/actor";
import { completeEvents } from "@/lib/events/complete-events";
import { now, setClock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { purgeExpired } from "@/lib/retention/purge-expired";
import { makeDraft, makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { stageTicket, stageTickets } from "@/lib/testing/stage-door";
import { enqueue, readOutbox } from "@/lib/testing/stage-messages";
import { enqueueReminders } from "./enqueue-reminders";
import { enqueueSurveyInvitations } from "./enqueue-survey-invitations";

const hourMs = 3_600_000;
let organizer: Person;

beforeAll(async () => {
  organizer = await makePerson({ role: "organizer" });
});
beforeEach(async () => {
  await db().delete(outbox);
  await db().update(events).set({ status: "cancelled" });
});
afterEach(() => setClock(null));

const hoursBefore = ({ startsAt }: { startsAt: Date }, hours: number) =>
  setClock(new Date(startsAt.getTime() - hours * hourMs));
const hoursAfterEnd = ({ endsAt }: { endsAt: Date }, hours: number) =>
  setClock(new Date(endsAt.getTime() + hours * hourMs));

async function told(): Promise<(string | null)[]> {
  return (await readOutbox()).map(({ registrationId }) => registrationId).sort();
}

describe("reminders", () => {
  test("a day and two hours before the start, once each, however often and from wherever it is asked", async () => {
    const event = await makePublishedEvent(organizer);
    await stageTickets(event.id, 20);
    hoursBefore(event, 25);
    expect(await enqueueReminders()).toBe(0);
    hoursBefore(event, 23.9);
    const counts = await Promise.all(Array.from({ length: 6 }, () => enqueueReminders()));
    expect(counts.reduce((sum, count) => sum + count)).toBe(20);
    expect(await enqueueReminders()).toBe(0);
    hoursBefore(event, 1.9);
    expect(await enqueueReminders()).toBe(20);
    expect(await enqueueReminders()).toBe(0);
    expect(await readOutbox()).toHaveLength(40);
    hoursBefore(event, -0.1);
    expect(await enqueueReminders()).toBe(0);
  });

  test("called too late for the first, only the second is sent", async () => {
    const event = await makePublishedEvent(organizer);
    await stageTicket(event.id);
    hoursBefore(event, 1);
    expect(await enqueueReminders()).toBe(1);
    expect(await enqueueReminders()).toBe(0);
  });

  test("only people who have a seat and had it before, at events that take place", async () => {
    const event = await makePublishedEvent(organizer);
    const early = await stageTicket(event.id);
    await stageTicket(event.id, { status: "cancelled" });
    await stageTicket(event.id, { status: "waitlisted", waitlistOrder: 1 });
    await stageTicket(event.id, { registeredAt: new Date(event.startsAt.getTime() - 20 * hourMs) });
    for (const other of [await makeDraft(organizer), await makePublishedEvent(organizer)]) await stageTicket(other.id);
    await db().update(events).set({ status: "cancelled" }).where(sql`status = 'published' and id <> ${event.id}`);
    hoursBefore(event, 10);
    expect(await enqueueReminders()).toBe(1);
    expect(await told()).toEqual([early.registrationId]);
  });

  test("an event that moves gets its reminders again, at the new time", async () => {
    const event = await makePublishedEvent(organizer);
    await stageTicket(event.id);
    hoursBefore(event, 23);
    expect(await enqueueReminders()).toBe(1);
    const [startsAt, endsAt] = [event.startsAt, event.endsAt].map((at) => new Date(at.getTime() + 72 * hourMs));
    await db().update(events).set({ startsAt, endsAt }).where(eq(events.id, event.id));
    expect(await enqueueReminders()).toBe(0);
    hoursBefore(event, 23 - 72);
    expect(await enqueueReminders()).toBe(1);
  });

  test("an event that moves by minutes after the reminder went out is not reminded of twice", async () => {
    const event = await makePublishedEvent(organizer);
    await stageTicket(event.id);
    hoursBefore(event, 23.9);
    expect(await enqueueReminders()).toBe(1);
    const startsAt = new Date(event.startsAt.getTime() + 10 * 60_000);
    await db().update(events).set({ startsAt }).where(eq(events.id, event.id));
    hoursBefore({ startsAt }, 23.5);
    expect(await enqueueReminders()).toBe(0);
    hoursBefore({ startsAt }, 1.9);
    expect(await enqueueReminders()).toBe(1);
  });

  test("the organizer says when, or not at all", async () => {
    const event = await makePublishedEvent(organizer, { startsInHours: 200 });
    await stageTicket(event.id);
    await db()
      .update(events)
      .set({ reminderMinutes: [7 * 1440, 30] })
      .where(eq(events.id, event.id));
    hoursBefore(event, 24);
    expect(await enqueueReminders()).toBe(1);
    hoursBefore(event, 1);
    expect(await enqueueReminders()).toBe(0);
    hoursBefore(event, 0.4);
    expect(await enqueueReminders()).toBe(1);

    const silent = await makePublishedEvent(organizer);
    await stageTicket(silent.id);
    await db().update(events).set({ reminderMinutes: [] }).where(eq(events.id, silent.id));
    hoursBefore(silent, 1);
    expect(await enqueueReminders()).toBe(0);
  });

  test("a day before is the same time of day there, also when the clocks change in between", async () => {
    const event = await makePublishedEvent(organizer);
    await stageTicket(event.id);
    // Clocks in Berlin go forward on 31 March 2030 at 2:00, so this day has 23 hours.
    const startsAt = new Date("2030-03-31T18:00:00+02:00");
    const endsAt = new Date("2030-03-31T20:00:00+02:00");
    await db().update(events).set({ startsAt, endsAt, timezone: "Europe/Berlin" }).where(eq(events.id, event.id));
    setClock(new Date("2030-03-30T17:59:00+01:00"));
    expect(await enqueueReminders()).toBe(0);
    setClock(new Date("2030-03-30T18:00:30+01:00"));
    expect(await enqueueReminders()).toBe(1);
  });

  test("10,000 registrations of 500 events take about a second", async () => {
    const startsAt = new Date(now().getTime() + 12 * hourMs);
    const endsAt = new Date(startsAt.getTime() + hourMs);
    await db().execute(sql`
      insert into events (id, slug, title, status, starts_at, ends_at, timezone, organizer_id)
      select gen_random_uuid(), 'bulk-' || n, 'Bulk', 'published', ${startsAt.toISOString()}::timestamptz,
             ${endsAt.toISOString()}::timestamptz, 'UTC', ${organizer.userId} from generate_series(1, 500) n`);
    await db().execute(sql`
      with people as (
        insert into users (id, email, name) select gen_random_uuid(), 'bulk' || n || '@example.test', 'Bulk' from generate_series(1, 20) n
        returning id
      )
      insert into registrations (event_id, id, user_id, name, status, ticket_id, reference, search_text, registered_at)
      select e.id, gen_random_uuid(), p.id, 'Bulk', 'confirmed', gen_random_uuid(), 'ABCDEFGH', '', now() - interval '9 days'
      from events e cross join people p where e.slug like 'bulk-%'`);
    const startedAt = performance.now();
    expect(await enqueueReminders()).toBe(10_000);
    // Generous, because this machine may be busy; the measured figure is a fraction of it.
    expect(performance.now() - startedAt).toBeLessThan(8_000);
    expect(await enqueueReminders()).toBe(0);
    const ids = (await readOutbox()).map(({ id }) => id);
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(id))).toBe(true);
  });
});

describe("survey invitations", () => {
  test("two hours after the end, once, to those checked in who have not answered", async () => {
    const event = await makePublishedEvent(organizer);
    const there = await stageTicket(event.id, { checkedInAt: event.startsAt });
    await stageTicket(event.id);
    const answered = await makePerson();
    await stageTicket(event.id, { checkedInAt: event.startsAt, userId: answered.userId });
    await db()
      .insert(surveyResponses)
      .values({ eventId: event.id, id: newId(), userId: answered.userId, rating: 5, createdAt: now() });
    hoursAfterEnd(event, 1.9);
    expect(await enqueueSurveyInvitations()).toBe(0);
    hoursAfterEnd(event, 2.1);
    const counts = await Promise.all([enqueueSurveyInvitations(), enqueueSurveyInvitations()]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(1);
    expect(await told()).toEqual([there.registrationId]);
    await completeEvents();
    expect(await enqueueSurveyInvitations()).toBe(0);
  });

  test("when the organizer lets it open, and never when it is closed or long ago", async () => {
    const event = await makePublishedEvent(organizer);
    const missed = await makePublishedEvent(organizer);
    const at = (hours: number) => new Date(event.endsAt.getTime() + hours * hourMs);
    for (const { id, startsAt } of [event, missed]) {
      await stageTicket(id, { checkedInAt: startsAt });
      await db()
        .insert(surveys)
        .values({ eventId: id, opensAt: at(24), closesAt: at(48) });
    }
    hoursAfterEnd(event, 23);
    expect(await enqueueSurveyInvitations()).toBe(0);
    await db().update(events).set({ status: "cancelled" }).where(eq(events.id, missed.id));
    hoursAfterEnd(event, 24.1);
    expect(await enqueueSurveyInvitations()).toBe(1);
    await db().update(events).set({ status: "published" }).where(eq(events.id, missed.id));
    hoursAfterEnd(event, 49);
    expect(await enqueueSurveyInvitations()).toBe(0);
    const longAgo = await makePublishedEvent(organizer, { startsInHours: 200 });
    await stageTicket(longAgo.id, { checkedInAt: longAgo.startsAt });
    hoursAfterEnd(longAgo, 24 * 5);
    expect(await enqueueSurveyInvitations()).toBe(0);
  });
});

test("published events that have ended become completed, once", async () => {
  const event = await makePublishedEvent(organizer);
  const later = await makePublishedEvent(organizer, { startsInHours: 900 });
  hoursAfterEnd(event, 0);
  expect(await completeEvents()).toBe(1);
  expect(await completeEvents()).toBe(0);
  const rows = await db().select({ id: events.id, status: events.status }).from(events);
  const statuses = new Map(rows.map(({ id, status }) => [id, status]));
  expect([statuses.get(event.id), statuses.get(later.id)]).toEqual(["completed", "published"]);
});

test("what is kept for a time only is deleted afterwards, and nothing else", async () => {
  await enqueue("sign_in_code");
  await enqueue("event_reminder");
  await enqueue("survey_invitation");
  await db().update(outbox).set({ status: "sent" }).where(eq(outbox.kind, "event_reminder"));
  await db().update(outbox).set({ status: "dead" }).where(eq(outbox.kind, "survey_invitation"));
  const expiresAt = new Date(now().getTime() + 600_000);
  await db().insert(signInCodes).values({ id: newId(), email: "ada@example.org", expiresAt });
  await db()
    .insert(idempotencyKeys)
    .values({ caller: "c", route: "r", key: "k", bodyHash: "h", status: 201, response: {}, createdAt: now() });
  expect(await purgeExpired()).toBe(0);
  setClock(new Date(Date.now() + 91 * 24 * hourMs));
  // The message that was sent, the code, the key, and the organizer's and the guests' sessions.
  expect(await purgeExpired()).toBeGreaterThanOrEqual(3);
  expect((await readOutbox()).map(({ status }) => status).sort()).toEqual(["dead", "pending"]);
  expect(await db().$count(signInCodes)).toBe(0);
  expect(await db().$count(idempotencyKeys)).toBe(0);
  expect(await purgeExpired()).toBe(0);
});
