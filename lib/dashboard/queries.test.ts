import { Temporal } from "temporal-polyfill";
import { afterEach, expect, test } from "vitest";
import { db, sql } from "@/db/client";
import { registrations } from "@/db/schema/registrations";
import { surveyResponses } from "@/db/schema/surveys";
import { requireDoor, requireOrganizer } from "@/lib/access/scopes";
import { checkIn } from "@/lib/checkin/check-in";
import { undoCheckIn } from "@/lib/checkin/undo-check-in";
import { invalidateTags } from "@/lib/platform/cache";
import { setClock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { cancelRegistrationAsOrganizer } from "@/lib/registrations/cancel-registration";
import { registerInput } from "@/lib/registrations/input";
import { register } from "@/lib/registrations/register";
import { submitResponseInput } from "@/lib/surveys/input";
import { npsOf } from "@/lib/surveys/rules";
import { submitResponse } from "@/lib/surveys/submit-response";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { stageAttendee } from "@/lib/testing/stage-attendee";
import { getDashboard } from "./queries";

type Row = typeof registrations.$inferSelect;

const hourMs = 60 * 60 * 1000;
const pick = <T>(items: readonly T[]): T => items[Math.floor(Math.random() * items.length)] as T;
const dateIn = (zone: string, at: Date) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

afterEach(() => setClock(null));

async function stageEvent(given: Record<string, unknown> = {}) {
  const organizer = await makePerson({ role: "organizer" });
  const event = await makePublishedEvent(organizer, given);
  return { organizer, event, scope: await requireOrganizer(organizer, event.id) };
}

/** Random registrations of four weeks, about the hours at which days change in far-apart zones. */
async function fill(eventId: string, from: Date, howMany: number): Promise<Row[]> {
  for (let n = 0; n < howMany; n++) {
    const status = pick(["confirmed", "confirmed", "confirmed", "waitlisted", "cancelled"] as const);
    const registeredAt = new Date(from.getTime() + Math.floor(Math.random() * 28 * 24) * hourMs);
    const { scope } = await stageAttendee(eventId, {
      status,
      registeredAt,
      department: pick(["Research", "Sales", "Küche", null]),
      waitlistOrder: status === "waitlisted" ? n + 1 : null,
      cancelledAt: status === "cancelled" ? new Date(registeredAt.getTime() + 30 * hourMs) : null,
      checkedInAt:
        status === "confirmed" && pick([true, false]) ? new Date(from.getTime() + 30 * 24 * hourMs + n * 77_000) : null,
    });
    if (pick([true, false])) {
      const response = { rating: pick([1, 2, 3, 4, 5]), nps: pick([null, 0, 6, 7, 8, 9, 10]), createdAt: new Date() };
      await db()
        .insert(surveyResponses)
        .values({ eventId, id: newId(), userId: scope.userId, ...response });
    }
  }
  await invalidateTags([`event:${eventId}`]);
  return (await db().select().from(registrations)).filter((row) => row.eventId === eventId);
}

test.each(["Pacific/Auckland", "America/New_York"])(
  "numbers are what a count by hand gives, in %s",
  async (timezone) => {
    const from = new Date("2026-03-01T09:30:00Z");
    setClock(from);
    const { event, scope } = await stageEvent({ timezone, startsInHours: 30 * 24 });
    const rows = await fill(event.id, from, 120);
    setClock(new Date(event.endsAt.getTime() + 100 * 24 * hourMs));
    await invalidateTags([`event:${event.id}`]);
    const dashboard = await getDashboard(scope);

    const confirmed = rows.filter(({ status }) => status === "confirmed");
    const cancelled = rows.filter(({ status }) => status === "cancelled");
    expect(dashboard.cancelled).toBe(cancelled.length);
    expect(dashboard.checkedIn).toBe(confirmed.filter(({ checkedInAt }) => checkedInAt).length);

    for (const { department, registered, checkedIn } of dashboard.byDepartment) {
      const ofDepartment = confirmed.filter((row) => row.department === department);
      expect(registered).toBe(ofDepartment.length);
      expect(checkedIn).toBe(ofDepartment.filter(({ checkedInAt }) => checkedInAt).length);
    }
    expect(new Set(dashboard.byDepartment.map(({ department }) => department))).toEqual(
      new Set(confirmed.map(({ department }) => department)),
    );

    const first = rows.map(({ registeredAt }) => dateIn(timezone, registeredAt)).sort()[0] ?? "";
    const days = dashboard.byDay.map(({ date }) => date);
    expect(days[0]).toBe(first);
    expect(days.at(-1)).toBe(dateIn(timezone, event.endsAt));
    for (const [index, date] of days.entries())
      expect(date).toBe(Temporal.PlainDate.from(first).add({ days: index }).toString());
    for (const { date, ...counts } of dashboard.byDay)
      expect({ date, ...counts }).toEqual({
        date,
        registered: confirmed.filter(({ registeredAt }) => dateIn(timezone, registeredAt) === date).length,
        cancelled: cancelled.filter(({ cancelledAt }) => cancelledAt && dateIn(timezone, cancelledAt) === date).length,
      });

    const steps = new Map<number, number>();
    for (const { checkedInAt } of confirmed) {
      if (!checkedInAt) continue;
      const step = Math.floor(checkedInAt.getTime() / 300_000) * 300_000;
      steps.set(step, (steps.get(step) ?? 0) + 1);
    }
    expect(dashboard.arrivals.map(({ at, checkedIn }) => [at.getTime(), checkedIn])).toEqual(
      [...steps].sort(([left], [right]) => left - right),
    );

    const responses = (await db().select().from(surveyResponses)).filter((row) => row.eventId === event.id);
    const shares = {
      promoters: responses.filter(({ nps }) => nps !== null && nps >= 9).length,
      passives: responses.filter(({ nps }) => nps === 7 || nps === 8).length,
      detractors: responses.filter(({ nps }) => nps !== null && nps <= 6).length,
    };
    expect(dashboard.survey).toMatchObject({ responses: responses.length, ...shares, nps: npsOf(shares) });
  },
);

test("an event that nobody knows yet has zeros, not gaps", async () => {
  const { event, scope } = await stageEvent({ capacity: 12 });
  expect(await getDashboard(scope)).toMatchObject({
    ...{ eventId: event.id, capacity: 12, registered: 0, waitlisted: 0, cancelled: 0, checkedIn: 0 },
    ...{ byDepartment: [], byDay: [], arrivals: [] },
    survey: { responses: 0, averageRating: null, nps: null, ratings: null },
  });
});

test("each kind of change shows at once, although the numbers are cached", async () => {
  const { organizer, event, scope } = await stageEvent({ capacity: 2, startsInHours: 1 });
  const door = await requireDoor(organizer, event.id);

  async function registerSomebody() {
    const outcome = await register(await makePerson(), registerInput.parse({ eventId: event.id }));
    if (outcome.outcome !== "registered") throw new Error(outcome.outcome);
    return outcome.registration;
  }
  const numbers = async () => {
    const { registered, waitlisted, cancelled, checkedIn, byDay } = await getDashboard(scope);
    expect(byDay.reduce((sum, day) => sum + day.registered, 0)).toBe(registered);
    return [registered, waitlisted, cancelled, checkedIn];
  };

  expect(await numbers()).toEqual([0, 0, 0, 0]);
  const first = await registerSomebody();
  expect(await numbers()).toEqual([1, 0, 0, 0]);
  const second = await registerSomebody();
  await registerSomebody();
  expect(await numbers()).toEqual([2, 1, 0, 0]);
  await checkIn(door, {
    scans: [{ scanId: newId(), ticket: first.ticket?.code ?? "", scannedAt: new Date(), offline: false }],
  });
  expect(await numbers()).toEqual([2, 1, 0, 1]);
  await undoCheckIn(door, { registrationId: first.id });
  expect(await numbers()).toEqual([2, 1, 0, 0]);
  await cancelRegistrationAsOrganizer(scope, { registrationId: second.id });
  expect(await numbers()).toEqual([2, 0, 1, 0]);

  const { scope: attendee } = await stageAttendee(event.id);
  setClock(new Date(event.endsAt.getTime() + 60_000));
  expect((await getDashboard(scope)).survey.responses).toBe(0);
  await submitResponse(attendee, submitResponseInput.parse({ eventId: event.id, rating: 5 }));
  expect((await getDashboard(scope)).survey).toMatchObject({ responses: 1, averageRating: null });
});

test("seats come from the event row even when everything else is cached", async () => {
  const { event, scope } = await stageEvent();
  await getDashboard(scope);
  const before = await getDashboard(scope);
  await sql()`update events set seats_taken = 7, capacity = 9, waitlist_count = 3 where id = ${event.id}`;
  const after = await getDashboard(scope);
  expect(after).toMatchObject({ registered: 7, capacity: 9, waitlisted: 3, asOf: before.asOf });
});

test("a stranger is told that there is nothing", async () => {
  const { event } = await stageEvent();
  for (const stranger of [await makePerson({ role: "organizer" }), await makePerson()])
    await expect(requireOrganizer(stranger, event.id)).rejects.toMatchObject({ code: "not_found" });
});
