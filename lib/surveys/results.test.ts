import { afterEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { auditLog } from "@/db/schema/audit-log";
import { requireOrganizer } from "@/lib/access/scopes";
import { setClock } from "@/lib/platform/clock";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { stageAttendee } from "@/lib/testing/stage-attendee";
import { listCommentsInput, submitResponseInput, updateSurveyInput } from "./input";
import { getSurvey, getSurveySettings, listComments } from "./queries";
import { findSurveyResults, getSurveyResults } from "./results";
import { npsOf } from "./rules";
import { submitResponse } from "./submit-response";
import { updateSurvey } from "./update-survey";

const questions = [
  { id: "room", label: "The room?", kind: "rating" },
  { id: "again", label: "Again?", kind: "choice", options: ["Yes", "No"] },
  { id: "why", label: "Why?", kind: "text" },
];

afterEach(() => setClock(null));

async function stageSurvey() {
  const organizer = await makePerson({ role: "organizer" });
  const event = await makePublishedEvent(organizer);
  const scope = await requireOrganizer(organizer, event.id);
  await updateSurvey(scope, updateSurveyInput.parse({ eventId: event.id, questions }));
  setClock(new Date(event.endsAt.getTime() + 60_000));
  return { organizer, event, scope };
}

const pick = <T>(items: readonly T[]): T => items[Math.floor(Math.random() * items.length)] as T;

test("results are what a count by hand gives, after each response", async () => {
  const { event, scope } = await stageSurvey();
  const given: { rating: number; nps: number | undefined; comment?: string; answers: Record<string, unknown> }[] = [];
  for (let round = 0; round < 40; round++) {
    const response = {
      rating: pick([1, 2, 3, 4, 5]),
      nps: pick([undefined, 0, 3, 6, 7, 8, 9, 10]),
      comment: pick([undefined, `Comment ${round}`]),
      answers: { ...pick([{}, { room: pick([1, 3, 5]) }]), ...pick([{}, { again: pick(["Yes", "No"]), why: "So." }]) },
    };
    const { scope: attendee } = await stageAttendee(event.id);
    await submitResponse(attendee, submitResponseInput.parse({ eventId: event.id, ...response }));
    given.push(response);
    if (round % 13 === 0) expect((await getSurveyResults(scope)).responses).toBe(round + 1);
  }
  const count = (test: (response: (typeof given)[number]) => boolean) => given.filter(test).length;
  const shares = {
    promoters: count(({ nps }) => nps !== undefined && nps >= 9),
    passives: count(({ nps }) => nps === 7 || nps === 8),
    detractors: count(({ nps }) => nps !== undefined && nps <= 6),
  };
  const rooms = given.flatMap(({ answers }) => (answers.room === undefined ? [] : [Number(answers.room)]));
  const average = (numbers: number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
  const results = await getSurveyResults(scope);
  expect(results).toMatchObject({
    responses: 40,
    invited: 40,
    comments: count(({ comment }) => comment !== undefined),
    ...shares,
    nps: npsOf(shares),
  });
  expect(results.averageRating).toBeCloseTo(average(given.map(({ rating }) => rating)), 10);
  for (const rating of [1, 2, 3, 4, 5] as const)
    expect(results.ratings?.[rating]).toBe(count((r) => r.rating === rating));
  const [room, again, why] = results.questions;
  expect(room?.answered).toBe(rooms.length);
  expect(room?.average ?? 0).toBeCloseTo(average(rooms), 10);
  expect(room?.counts).toEqual(
    [1, 2, 3, 4, 5].map((n) => ({ answer: String(n), count: rooms.filter((room) => room === n).length })),
  );
  expect(again?.counts).toEqual(
    ["Yes", "No"].map((answer) => ({ answer, count: count(({ answers }) => answers.again === answer) })),
  );
  expect(why).toMatchObject({ answered: count(({ answers }) => answers.why === "So."), average: null, counts: [] });
});

test("an event without responses has a count and no averages", async () => {
  const { scope } = await stageSurvey();
  expect(await getSurveyResults(scope)).toMatchObject({
    responses: 0,
    averageRating: null,
    nps: null,
    ratings: null,
  });
});

test("comments come by day, newest first, in pages without gap or repeat, and texts of a question likewise", async () => {
  const { event, scope } = await stageSurvey();
  for (let n = 0; n < 7; n++) {
    setClock(new Date(event.endsAt.getTime() + (n + 1) * 24 * 60 * 60 * 1000));
    const { scope: attendee } = await stageAttendee(event.id);
    const comment = n % 3 === 2 ? undefined : `Comment ${n}`;
    const input = { eventId: event.id, rating: 5, comment, answers: { why: `Text ${n}` } };
    await submitResponse(attendee, submitResponseInput.parse(input));
  }
  async function readAll(question?: string): Promise<string[]> {
    const texts: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await listComments(
        scope,
        listCommentsInput.parse({ question, limit: 2, cursor: cursor ?? undefined }),
      );
      expect(page.items.length).toBeLessThanOrEqual(2);
      texts.push(...page.items.map(({ text }) => text));
      cursor = page.nextCursor;
    } while (cursor);
    return texts;
  }
  expect(await readAll()).toEqual([6, 4, 3, 1, 0].map((n) => `Comment ${n}`));
  expect(await readAll("why")).toEqual([6, 5, 4, 3, 2, 1, 0].map((n) => `Text ${n}`));
  const ofComments = await listComments(scope, listCommentsInput.parse({ limit: 2 }));
  const misplaced = listCommentsInput.parse({ limit: 2, question: "why", cursor: ofComments.nextCursor ?? "" });
  await expect(listComments(scope, misplaced)).rejects.toMatchObject({ code: "invalid_input" });
});

test("only those who run the event read results or change the survey", async () => {
  const { event, organizer } = await stageSurvey();
  const strangers = [await makePerson({ role: "organizer" }), await makePerson()];
  for (const stranger of strangers) {
    expect(await findSurveyResults(stranger, event.id)).toBeNull();
    expect(await getSurvey(stranger, event.id)).toMatchObject({ eventId: event.id, questions });
    await expect(requireOrganizer(stranger, event.id)).rejects.toMatchObject({ code: "not_found" });
  }
  expect(await findSurveyResults({ kind: "anonymous" }, event.id)).toBeNull();
  expect(await findSurveyResults(organizer, event.id)).toMatchObject({ responses: 0 });
});

test("a change replaces the survey, is audited, and can't change the kind of an answered question", async () => {
  const { event, scope } = await stageSurvey();
  const opensAt = new Date(event.endsAt.getTime() - 60_000);
  const change = (input: Record<string, unknown>) =>
    updateSurvey(scope, updateSurveyInput.parse({ eventId: event.id, ...input }));
  await expect(change({ opensAt: event.endsAt.toISOString(), closesAt: opensAt.toISOString() })).rejects.toMatchObject({
    code: "invalid_input",
    errors: [{ path: "closesAt" }],
  });
  expect(await change({ questions, opensAt: opensAt.toISOString() })).toMatchObject({ opensAt, questions });
  expect(await getSurveySettings(scope)).toMatchObject({ chosen: { opensAt, closesAt: null } });
  const { scope: attendee } = await stageAttendee(event.id);
  await submitResponse(attendee, submitResponseInput.parse({ eventId: event.id, rating: 3, answers: { why: "So." } }));
  const rekinded = questions.map((question) => ({ ...question, kind: "rating", options: undefined }));
  await expect(change({ questions: rekinded })).rejects.toMatchObject({ errors: [{ path: "questions.2.kind" }] });
  expect((await change({ questions: [] })).questions).toEqual([]);
  expect((await getSurveyResults(scope)).questions).toEqual([]);
  const audited = await db().select().from(auditLog);
  expect(audited.filter(({ action, eventId }) => action === "survey.updated" && eventId === event.id)).toHaveLength(3);
});

test("a survey asks at most 20 questions, each with an id of its own", () => {
  const many = Array.from({ length: 21 }, (_, n) => ({ id: `q${n}`, label: "What?", kind: "text" }));
  const parse = (asked: unknown[]) =>
    updateSurveyInput.safeParse({ eventId: "019b0000-0000-7000-8000-000000000000", questions: asked }).success;
  expect(parse(many)).toBe(false);
  expect(parse(many.slice(1))).toBe(true);
  expect(parse([many[0], many[0]])).toBe(false);
});
