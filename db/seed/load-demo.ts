import { Temporal } from "temporal-polyfill";
import { db } from "@/db/client";
import { checkIns } from "@/db/schema/check-ins";
import { eventMembers, events } from "@/db/schema/events";
import { registrations } from "@/db/schema/registrations";
import { surveyResponses, surveys } from "@/db/schema/surveys";
import { departments, users } from "@/db/schema/users";
import { inTransaction, type Transaction } from "@/db/transaction";
import { hashPassword } from "@/lib/access/passwords";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { searchTextOf } from "@/lib/platform/search-text";
import { makeAttendance, type SeededEvent, type SeededRegistration } from "./attendance";
import { type DemoPerson, makePeople } from "./people";
import { descriptionOf, type Plan, places, programme, surveyQuestionsOf } from "./programme";
import { Random } from "./random";
import { type SeededAdmission, staffDoor } from "./staff-door";

const dayMs = 24 * 60 * 60 * 1000;
const quarterHourMs = 15 * 60 * 1000;
const referenceLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export type DemoSummary = { people: number; events: number; registrations: number };

/**
 * Loads the demo organisation in one transaction, unless somebody is stored already (then null): the same people and
 * events for the same seed, with dates relative to now. Without a
 * password its accounts open by a code alone.
 */
export async function loadDemo(options: { seed: number; password: string | null }): Promise<DemoSummary | null> {
  const someone = await db().select({ id: users.id }).from(users).limit(1);
  if (someone.length > 0) return null;
  const random = new Random(options.seed);
  const at = now();
  const people = makePeople(random, new Date(at.getTime() - 400 * dayMs));
  const passwordHash = options.password === null ? null : await hashPassword(options.password);
  return inTransaction(undefined, async (tx) => {
    await insertPeople(tx, people, passwordHash, new Date(at.getTime() - 400 * dayMs));
    let count = 0;
    for (const plan of programme) count += await insertEvent(tx, random, plan, people, at);
    return { people: people.length, events: programme.length, registrations: count };
  });
}

async function insertPeople(
  tx: Transaction,
  people: DemoPerson[],
  passwordHash: string | null,
  createdAt: Date,
): Promise<void> {
  const rows = people.map(({ hasPassword, ...person }) => ({
    ...person,
    departmentSource: "import" as const,
    createdAt,
    updatedAt: createdAt,
    ...(hasPassword && { passwordHash, emailVerifiedAt: createdAt }),
  }));
  await tx.insert(users).values(rows);
  const names = [...new Set(people.map(({ department }) => department))];
  await tx.insert(departments).values(names.map((name) => ({ id: newId(), name, createdAt })));
}

async function insertEvent(
  tx: Transaction,
  random: Random,
  plan: Plan,
  people: DemoPerson[],
  at: Date,
): Promise<number> {
  const owner = personOf(people, random.chance(0.3) && !plan.state ? "organizer2@demo.test" : "organizer@demo.test");
  const event = {
    ...scheduleOf(random, plan, at),
    expected: plan.expects ? personOf(people, plan.expects) : null,
    surveyQuestions: surveyQuestionsOf(plan),
  };
  const { venue, timezone } = event.place;
  const attendance = plan.state === "draft" ? [] : makeAttendance(random, event, people.slice(4), at);
  const waitlisted = attendance.filter((entry) => entry.status === "waitlisted");
  const createdAt = new Date(event.opensAt.getTime() - 5 * dayMs);
  await tx.insert(events).values({
    id: event.id,
    slug: `${slugOf(plan.title)}-${plan.day < 0 ? "past" : "next"}-${Math.abs(plan.day)}`,
    title: plan.title,
    summary: plan.summary,
    description: descriptionOf(plan),
    category: plan.category,
    status: statusOf(plan, event),
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    timezone,
    venue,
    capacity: plan.capacity,
    seatsTaken: attendance.filter((entry) => entry.status === "confirmed").length,
    waitlistCount: waitlisted.length,
    waitlistSequence: waitlisted.length,
    registrationOpensAt: event.opensAt,
    organizerId: owner.id,
    searchText: searchTextOf(plan.title, plan.summary, venue),
    createdAt,
    updatedAt: createdAt,
    publishedAt: plan.state === "draft" ? null : event.opensAt,
    ...(plan.state === "cancelled" && {
      cancelledAt: new Date(at.getTime() - dayMs),
      cancelReason: "The trainer is ill. We are looking for a new date.",
    }),
  });
  if (owner.email === "organizer@demo.test") {
    await tx.insert(eventMembers).values({
      eventId: event.id,
      userId: personOf(people, "staff@demo.test").id,
      role: "door_staff",
      createdAt,
      acceptedAt: createdAt,
    });
  }
  const admitted = await insertAttendance(tx, random, event, attendance);
  if (event.isUnderWay) await staffDoor(tx, random, { eventId: event.id, organizerId: owner.id, admitted, at });
  return attendance.length;
}

function scheduleOf(
  random: Random,
  plan: Plan,
  at: Date,
): Omit<SeededEvent, "expected" | "surveyQuestions"> & { place: { venue: string; timezone: string } } {
  const isUnderWay = plan.state === "under_way";
  const place = isUnderWay ? placeInDaytime(at) : places[plan.place];
  const startsAt = isUnderWay
    ? new Date(Math.floor(at.getTime() / quarterHourMs) * quarterHourMs - 90 * 60_000)
    : localInstant(plan, at);
  const opensAt =
    plan.state === "opens_soon"
      ? new Date(Math.ceil(at.getTime() / quarterHourMs) * quarterHourMs + 2 * dayMs)
      : new Date(startsAt.getTime() - random.integer(35, 60) * dayMs);
  const opensBy =
    plan.state === "opens_soon" ? opensAt : new Date(Math.min(opensAt.getTime(), at.getTime() - 9 * dayMs));
  const endsAt = new Date(startsAt.getTime() + plan.minutes * 60_000);
  return {
    id: random.id(opensBy),
    capacity: plan.capacity,
    startsAt,
    endsAt,
    opensAt: opensBy,
    demand: plan.demand,
    hasHappened: endsAt < at,
    isUnderWay,
    place,
  };
}

/** The plan's local time on its day; a weekend moves to the Monday after, except for sports and social events. */
function localInstant(plan: Plan, at: Date): Date {
  const { timezone } = places[plan.place];
  let day = Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timezone)
    .toPlainDate()
    .add({ days: plan.day });
  const mayBeWeekend = plan.category === "sports" || plan.category === "social";
  if (!mayBeWeekend && day.dayOfWeek > 5)
    day = plan.day < 0 ? day.subtract({ days: day.dayOfWeek - 5 }) : day.add({ days: 8 - day.dayOfWeek });
  return new Date(day.toZonedDateTime({ timeZone: timezone, plainTime: plan.at }).epochMilliseconds);
}

/** The office where it is daytime, so that the event under way looks like one. */
function placeInDaytime(at: Date): { venue: string; timezone: string } {
  const offices = [places.berlin, places.newYork, places.sydney, places.bengaluru];
  const hourAt = (timezone: string) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timezone).hour;
  return offices.find(({ timezone }) => hourAt(timezone) >= 10 && hourAt(timezone) < 18) ?? places.berlin;
}

function statusOf(plan: Plan, event: SeededEvent): "draft" | "published" | "cancelled" | "completed" {
  if (plan.state === "draft" || plan.state === "cancelled") return plan.state;
  return event.hasHappened ? "completed" : "published";
}

async function insertAttendance(
  tx: Transaction,
  random: Random,
  { id: eventId, surveyQuestions }: SeededEvent,
  attendance: SeededRegistration[],
): Promise<SeededAdmission[]> {
  if (attendance.length === 0) return [];
  let line = 0;
  await tx.insert(registrations).values(
    attendance.map(({ id, person, status, registeredAt, cancelledAt, checkedInAt, gate }) => ({
      eventId,
      id,
      userId: person.id,
      name: person.name,
      department: person.department,
      status,
      waitlistOrder: status === "waitlisted" ? ++line : null,
      ticketId: random.opaqueId(),
      reference: Array.from({ length: 8 }, () => random.pick([...referenceLetters])).join(""),
      searchText: searchTextOf(person.name, person.email),
      registeredAt,
      cancelledAt,
      checkedInAt,
      checkedInGate: gate,
      updatedAt: checkedInAt ?? cancelledAt ?? registeredAt,
    })),
  );
  const admissions = attendance.flatMap(({ id, checkedInAt, gate }) =>
    checkedInAt
      ? [
          {
            eventId,
            scanId: random.opaqueId(),
            registrationId: id,
            verdict: "admitted" as const,
            isStanding: true,
            scannedAt: checkedInAt,
            receivedAt: checkedInAt,
            gate,
            device: "Door phone",
          },
        ]
      : [],
  );
  if (admissions.length > 0) await tx.insert(checkIns).values(admissions);
  const responses = attendance.flatMap(({ person, response }) =>
    response
      ? [
          {
            eventId,
            id: random.id(response.at),
            userId: person.id,
            rating: response.rating,
            nps: response.nps,
            comment: response.comment,
            answers: response.answers,
            createdAt: response.at,
          },
        ]
      : [],
  );
  if (responses.length === 0) return admissions;
  await tx.insert(surveys).values({ eventId, questions: surveyQuestions });
  await tx.insert(surveyResponses).values(responses);
  return admissions;
}

function personOf(people: DemoPerson[], email: string): DemoPerson {
  const person = people.find((candidate) => candidate.email === email);
  if (!person) throw new Error(`the demo has no ${email}`);
  return person;
}

function slugOf(title: string): string {
  return searchTextOf(title)
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
