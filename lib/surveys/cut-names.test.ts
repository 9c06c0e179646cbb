import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { surveyResponses } from "@/db/schema/surveys";
import { requireOrganizer } from "@/lib/access/scopes";
import { setClock } from "@/lib/platform/clock";
import { counterFaultsOf } from "@/lib/testing/counter-faults";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { stageAttendee } from "@/lib/testing/stage-attendee";
import { cutNames } from "./cut-names";
import { listCommentsInput, responsesQuery, submitResponseInput, updateSurveyInput } from "./input";
import { listResponses } from "./list-responses";
import { getSurveyForAttendee, listComments } from "./queries";
import { getSurveyResults } from "./results";
import { submitResponse } from "./submit-response";
import { updateSurvey } from "./update-survey";

const dayMs = 24 * 60 * 60 * 1000;

afterEach(() => setClock(null));

async function stageSurvey(keepsNames?: boolean) {
  const organizer = await makePerson({ role: "organizer" });
  const event = await makePublishedEvent(organizer);
  const scope = await requireOrganizer(organizer, event.id);
  if (keepsNames !== undefined) await updateSurvey(scope, updateSurveyInput.parse({ eventId: event.id, keepsNames }));
  const after = (ms: number) => setClock(new Date(event.endsAt.getTime() + ms));
  after(60_000);
  const answer = async (input: Record<string, unknown> = {}) => {
    const staged = await stageAttendee(event.id);
    const given = { eventId: event.id, rating: 4, nps: 9, comment: "Fine.", ...input };
    await submitResponse(staged.scope, submitResponseInput.parse(given));
    return staged;
  };
  const rows = () => db().select().from(surveyResponses).where(eq(surveyResponses.eventId, event.id));
  const change = (input: Record<string, unknown>) =>
    updateSurvey(scope, updateSurveyInput.parse({ eventId: event.id, ...input }));
  return { event, scope, after, answer, rows, change };
}

test("when a survey closes nothing tells any more whose answers they are, and the numbers stay", async () => {
  const { event, scope, after, answer, rows } = await stageSurvey();
  for (let n = 0; n < 6; n++) await answer();
  await cutNames();
  expect((await rows()).every(({ userId }) => userId !== null)).toBe(true);
  const before = await getSurveyResults(scope);
  after(14 * dayMs);
  const ids = (await rows()).map(({ id }) => id);
  await cutNames();
  for (const row of await rows()) {
    expect(row.userId).toBeNull();
    expect(ids).not.toContain(row.id);
    expect(row.createdAt.getTime() % dayMs).toBe(0);
    expect(Number.parseInt(row.id.replaceAll("-", "").slice(0, 12), 16)).toBe(row.createdAt.getTime());
  }
  expect(await getSurveyResults(scope)).toEqual(before);
  expect(await counterFaultsOf(event.id)).toEqual([]);
  expect(await cutNames()).toBe(0);
});

test("an answer tells the day it was given, neither hour nor minute, from the first moment on", async () => {
  const { answer, rows } = await stageSurvey();
  await answer();
  const [row] = await rows();
  expect((row?.createdAt.getTime() ?? 1) % dayMs).toBe(0);
  expect(Number.parseInt(row?.id.replaceAll("-", "").slice(0, 12) ?? "", 16)).toBe(row?.createdAt.getTime());
});

test("where the organizer said so beforehand names stay, and only then is a name told", async () => {
  const named = await stageSurvey(true);
  const unnamed = await stageSurvey();
  for (const { answer } of [named, unnamed]) for (let n = 0; n < 5; n++) await answer();
  named.after(30 * dayMs);
  await cutNames();
  expect((await named.rows()).every(({ userId }) => userId !== null)).toBe(true);
  const input = responsesQuery.parse({ eventId: named.event.id });
  for (const { person } of (await listResponses(named.scope, input)).items) expect(person?.name).toBeTruthy();
  const others = await listResponses(unnamed.scope, responsesQuery.parse({ eventId: unnamed.event.id }));
  expect(others.items).toHaveLength(5);
  for (const { person } of others.items) expect(person).toBeNull();
});

test("before five people answered neither average nor comment nor answer is told", async () => {
  const { event, scope, answer } = await stageSurvey();
  const comments = () => listComments(scope, listCommentsInput.parse({}));
  const responses = () => listResponses(scope, responsesQuery.parse({ eventId: event.id }));
  for (let n = 1; n <= 4; n++) {
    await answer();
    expect(await getSurveyResults(scope)).toMatchObject({
      responses: n,
      averageRating: null,
      nps: null,
      ratings: null,
    });
    expect((await getSurveyResults(scope)).promoters).toBeNull();
    expect((await comments()).items).toEqual([]);
    expect((await responses()).items).toEqual([]);
  }
  await answer();
  expect(await getSurveyResults(scope)).toMatchObject({
    responses: 5,
    averageRating: 4,
    nps: 100,
    ratings: { "4": 5 },
  });
  expect((await comments()).items).toHaveLength(5);
  expect((await responses()).items).toHaveLength(5);
});

test("what people were told about names holds from the first answer on", async () => {
  const { answer, change } = await stageSurvey();
  expect(await change({ keepsNames: true })).toMatchObject({ keepsNames: true });
  expect(await change({})).toMatchObject({ keepsNames: true });
  expect(await change({ keepsNames: false })).toMatchObject({ keepsNames: false });
  await expect(answer({ keepsNames: "yes" })).rejects.toMatchObject({ code: "conflict" });
  await answer({ keepsNames: "no" });
  await expect(change({ keepsNames: true })).rejects.toMatchObject({ errors: [{ path: "keepsNames" }] });
});

test("a first answer and a change of the promise at once never leave an answer under another promise", async () => {
  for (let round = 0; round < 10; round++) {
    const { answer, change, rows } = await stageSurvey();
    const [, changed] = await Promise.allSettled([answer({ keepsNames: "no" }), change({ keepsNames: true })]);
    if ((await rows()).length === 1) expect(changed.status).toBe("rejected");
    else expect(changed.status).toBe("fulfilled");
  }
});

test("a survey whose answers were cut does not open again, and nobody answers twice", async () => {
  const { event, after, answer, change } = await stageSurvey();
  const { scope: attendee } = await answer();
  after(15 * dayMs);
  await cutNames();
  const later = new Date(event.endsAt.getTime() + 30 * dayMs).toISOString();
  await expect(change({ closesAt: later })).rejects.toMatchObject({ errors: [{ path: "closesAt" }] });
  expect((await getSurveyForAttendee(attendee)).state).toBe("closed");
  const again = submitResponse(attendee, submitResponseInput.parse({ eventId: event.id, rating: 1 }));
  await expect(again).rejects.toMatchObject({ code: "survey_closed" });
});
