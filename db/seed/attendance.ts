import type { Question } from "@/db/schema/events";
import type { DemoPerson } from "./people";
import type { Random } from "./random";

export type SeededEvent = {
  id: string;
  capacity: number | null;
  startsAt: Date;
  endsAt: Date;
  opensAt: Date;
  demand: number;
  hasHappened: boolean;
  isUnderWay: boolean;
  /** Certainly among those who want a seat. */
  expected: DemoPerson | null;
  surveyQuestions: Question[];
};

export type SeededRegistration = {
  id: string;
  person: DemoPerson;
  status: "confirmed" | "waitlisted" | "cancelled";
  registeredAt: Date;
  cancelledAt: Date | null;
  checkedInAt: Date | null;
  gate: string | null;
  response: {
    rating: number;
    nps: number | null;
    comment: string | null;
    answers: Record<string, string>;
    at: Date;
  } | null;
};

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Nobody in the demo registers later than this before the start, or they would arrive before they registered. */
const lastHoursMs = 3 * 60 * minuteMs;

/**
 * Who registered for one event, when, and whether they came: most registrations come in the first days and again shortly before
 * the start, one in twelve is cancelled, four in five of the rest turn up, and a third of those answer the survey.
 */
export function makeAttendance(
  random: Random,
  event: SeededEvent,
  people: readonly DemoPerson[],
  at: Date,
): SeededRegistration[] {
  const wanted = Math.round(event.capacity === null ? event.demand : event.capacity * event.demand);
  const until = Math.min(at.getTime() - minuteMs, event.startsAt.getTime() - lastHoursMs);
  if (wanted === 0 || until <= event.opensAt.getTime()) return [];
  const drawn = random.sample(people, Math.min(wanted, people.length));
  if (event.expected && !drawn.includes(event.expected)) drawn[0] = event.expected;
  const inOrder = drawn
    .map((person) => ({ person, registeredAt: arrivalBetween(random, event.opensAt.getTime(), until) }))
    .sort((left, right) => left.registeredAt.getTime() - right.registeredAt.getTime());
  const charm = random.between(-0.5, 0.6);
  let seatsLeft = event.capacity ?? Number.POSITIVE_INFINITY;
  return inOrder.map(({ person, registeredAt }) => {
    const isCancelled = random.chance(0.08);
    const isConfirmed = !isCancelled && seatsLeft > 0;
    if (isConfirmed) seatsLeft -= 1;
    const status = isCancelled ? "cancelled" : isConfirmed ? "confirmed" : "waitlisted";
    const cancelledAt = isCancelled ? new Date(random.between(registeredAt.getTime(), until)) : null;
    const checkedInAt = isConfirmed ? checkInOf(random, event, at) : null;
    const response =
      checkedInAt && event.hasHappened && random.chance(0.36) ? responseOf(random, event, charm, at) : null;
    return {
      id: random.id(registeredAt),
      person,
      status,
      registeredAt,
      cancelledAt,
      checkedInAt,
      gate: checkedInAt ? random.pick(["Main entrance", "Main entrance", "Side door"]) : null,
      response,
    };
  });
}

function arrivalBetween(random: Random, from: number, until: number): Date {
  const share = random.chance(0.55)
    ? random.next() ** 3
    : random.chance(0.6)
      ? 1 - random.next() ** 4 * 0.4
      : random.next();
  return new Date(from + share * (until - from));
}

function checkInOf(random: Random, event: SeededEvent, at: Date): Date | null {
  if (!event.hasHappened && !event.isUnderWay) return null;
  if (!random.chance(0.82)) return null;
  const arrivesAt = event.startsAt.getTime() + random.around(-4, 14) * minuteMs;
  return arrivesAt < at.getTime() - minuteMs ? new Date(arrivesAt) : null;
}

const praise = [
  "Best one this year.",
  "Well prepared and on time. Thank you!",
  "I would send my whole team next time.",
  "Good pace, great questions from the room.",
  "The part after lunch alone was worth it.",
  "Loved meeting people from the other offices.",
];
const remarks = [
  "A bit too long for me.",
  "Good, but the room was warm.",
  "Please share the slides beforehand.",
  "More time for questions next time.",
  "The microphone cut out twice.",
  "Hard to hear in the back rows.",
];

function responseOf(random: Random, event: SeededEvent, charm: number, at: Date): SeededRegistration["response"] {
  const rating = Math.min(5, Math.max(1, Math.round(random.around(4.1 + charm, 1.1))));
  const nps = random.chance(0.9) ? Math.min(10, Math.max(0, Math.round(random.around(rating * 2 - 0.4, 1.6)))) : null;
  const comment = random.chance(0.3) ? random.pick(rating >= 4 ? praise : remarks) : null;
  const answers = Object.fromEntries(
    event.surveyQuestions
      .filter(({ kind }) => random.chance(kind === "choice" ? 0.9 : 0.25))
      .map(({ id, options }) => [id, random.pick(options ?? remarks)]),
  );
  const answeredAt = Math.min(
    at.getTime() - minuteMs,
    event.endsAt.getTime() + (2 / 24 + random.next() ** 3 * 6) * dayMs,
  );
  return { rating, nps, comment, answers, at: new Date(Math.max(answeredAt, event.endsAt.getTime() + minuteMs)) };
}
