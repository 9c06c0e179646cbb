import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { surveyResponses } from "@/db/schema/surveys";
import { requireOrganizer, requirePerson } from "@/lib/access/scopes";
import { setClock } from "@/lib/platform/clock";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { stageAttendee } from "@/lib/testing/stage-attendee";
import { submitResponseInput, updateSurveyInput } from "./input";
import { getSurveyForAttendee } from "./queries";
import { submitResponse } from "./submit-response";
import { updateSurvey } from "./update-survey";

let event: Awaited<ReturnType<typeof makePublishedEvent>>;
let organizer: Awaited<ReturnType<typeof makePerson>>;

function given(input: Record<string, unknown> = {}) {
  return submitResponseInput.parse({ eventId: event.id, rating: 4, ...input });
}

function afterTheEnd(ms: number): void {
  setClock(new Date(event.endsAt.getTime() + ms));
}

beforeEach(async () => {
  organizer = await makePerson({ role: "organizer" });
  event = await makePublishedEvent(organizer);
  afterTheEnd(60_000);
});

afterEach(() => setClock(null));

test("somebody who was checked in answers once", async () => {
  const { scope } = await stageAttendee(event.id);
  expect((await getSurveyForAttendee(scope)).state).toBe("open");
  const input = given({ nps: 9, comment: "  <b>Fine</b>\r\nindeed 🎉 שלום " });
  const response = await submitResponse(scope, input);
  expect(response).toMatchObject({ eventId: event.id, rating: 4, nps: 9, comment: "<b>Fine</b>\nindeed 🎉 שלום" });
  await expect(submitResponse(scope, input)).rejects.toMatchObject({ code: "already_answered" });
  expect((await getSurveyForAttendee(scope)).state).toBe("answered");
});

test("parallel answers of one person leave one", async () => {
  const { scope } = await stageAttendee(event.id);
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => submitResponse(scope, given())));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const outcome of outcomes)
    if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "already_answered" });
  expect(await db().select().from(surveyResponses).where(eq(surveyResponses.eventId, event.id))).toHaveLength(1);
});

describe("who was not there can't answer", () => {
  test.each([
    ["registered, but never checked in", { checkedInAt: null }],
    ["cancelled", { status: "cancelled", cancelledAt: new Date() }],
    ["in the line", { status: "waitlisted", waitlistOrder: 1, checkedInAt: null }],
  ] as const)("%s", async (_name, registration) => {
    const { scope } = await stageAttendee(event.id, registration);
    await expect(submitResponse(scope, given())).rejects.toMatchObject({ code: "not_an_attendee" });
    expect((await getSurveyForAttendee(scope)).state).toBe("not_checked_in");
  });

  test("a stranger, and somebody who was at another event", async () => {
    const stranger = requirePerson(await makePerson());
    await expect(submitResponse({ ...stranger, eventId: event.id }, given())).rejects.toMatchObject({
      code: "not_an_attendee",
    });
    const other = await makePublishedEvent(organizer, { startsInHours: 1 });
    const { scope } = await stageAttendee(other.id);
    await expect(submitResponse({ ...scope, eventId: event.id }, given())).rejects.toMatchObject({
      code: "not_an_attendee",
    });
  });

  test("nobody learns of an event that is not there", async () => {
    const stranger = requirePerson(await makePerson());
    const eventId = "019b0000-0000-7000-8000-000000000000";
    await expect(submitResponse({ ...stranger, eventId }, given())).rejects.toMatchObject({ code: "not_found" });
  });
});

test("the window is open from the end for 14 days, to the millisecond", async () => {
  const days14 = 14 * 24 * 60 * 60 * 1000;
  const { scope } = await stageAttendee(event.id);
  afterTheEnd(-5_000);
  await expect(submitResponse(scope, given())).rejects.toMatchObject({ code: "survey_closed" });
  expect((await getSurveyForAttendee(scope)).state).toBe("not_open");
  afterTheEnd(days14);
  await expect(submitResponse(scope, given())).rejects.toMatchObject({ code: "survey_closed" });
  expect((await getSurveyForAttendee(scope)).state).toBe("closed");
  afterTheEnd(days14 - 5_000);
  await submitResponse(scope, given());
});

test("the organizer's own questions are held to kind, choices and necessity", async () => {
  const scope = await requireOrganizer(organizer, event.id);
  const questions = [
    { id: "room", label: "The room?", kind: "rating", required: true },
    { id: "again", label: "Again?", kind: "choice", required: false, options: ["Yes", "No"] },
    { id: "why", label: "Why?", kind: "text", required: false },
  ];
  await updateSurvey(scope, updateSurveyInput.parse({ eventId: event.id, questions }));
  const { scope: attendee } = await stageAttendee(event.id);
  const refused = submitResponse(attendee, given({ answers: { again: "Perhaps", why: "x" } }));
  await expect(refused).rejects.toMatchObject({
    code: "invalid_input",
    errors: [{ path: "answers.room" }, { path: "answers.again" }],
  });
  await expect(submitResponse(attendee, given({ answers: { room: 6 } }))).rejects.toMatchObject({
    code: "invalid_input",
  });
  // As a form posts them: everything is text, and unanswered fields are empty.
  await submitResponse(attendee, given({ "answers.room": "5", "answers.again": "", "answers.why": "<i>so</i>" }));
  const [stored] = await db().select().from(surveyResponses).where(eq(surveyResponses.eventId, event.id));
  expect(stored?.answers).toEqual({ room: 5, why: "<i>so</i>" });
});

test.each([
  ["no rating", { rating: "" }],
  ["rating 0", { rating: 0 }],
  ["rating 6", { rating: 6 }],
  ["half a rating", { rating: 4.5 }],
  ["a score of 11", { nps: 11 }],
  ["a score below 0", { nps: -1 }],
  ["a comment of 2,001 characters", { comment: "x".repeat(2001) }],
  ["a NUL in the comment", { comment: "a\0b" }],
])("%s is not accepted", (_name, input) => {
  expect(submitResponseInput.safeParse({ eventId: event.id, rating: 4, ...input }).success).toBe(false);
});

test("0 is a score, and an empty one is none", () => {
  expect(given({ nps: "0" }).nps).toBe(0);
  expect(given({ nps: "" }).nps).toBeUndefined();
  expect(given({ nps: null }).nps).toBeUndefined();
});
