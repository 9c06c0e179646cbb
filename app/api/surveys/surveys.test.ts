import { afterEach, beforeEach, expect, test } from "vitest";
import { setClock } from "@/lib/platform/clock";
import { registerInput } from "@/lib/registrations/input";
import { register } from "@/lib/registrations/register";
import { callRoute } from "@/lib/testing/call-route";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { stageAttendee } from "@/lib/testing/stage-attendee";
import { GET as getComments } from "./comments/route";
import { GET, POST, PUT } from "./route";

let organizer: Awaited<ReturnType<typeof makePerson>>;
let event: Awaited<ReturnType<typeof makePublishedEvent>>;

beforeEach(async () => {
  organizer = await makePerson({ role: "organizer" });
  event = await makePublishedEvent(organizer);
});

afterEach(() => setClock(null));

async function makeAttendee() {
  const person = await makePerson();
  await stageAttendee(event.id, { userId: person.userId });
  return person;
}

function post(as: Parameters<typeof callRoute>[1]["as"], body: object, headers = {}) {
  return callRoute(POST, { as, method: "POST", path: "/api/surveys", body: { eventId: event.id, ...body }, headers });
}

test("everybody reads the questions and the window, and only organizers the results", async () => {
  const path = `/api/surveys?eventId=${event.id}`;
  const survey = {
    eventId: event.id,
    opensAt: event.endsAt.toISOString(),
    closesAt: new Date(event.endsAt.getTime() + 14 * 24 * 60 * 60 * 1000).toISOString(),
    questions: [],
    keepsNames: false,
  };
  for (const as of [null, await makePerson()])
    expect(await (await callRoute(GET, { as, path })).json()).toEqual(survey);
  expect(await (await callRoute(GET, { as: organizer, path })).json()).toMatchObject({
    ...survey,
    results: { responses: 0, averageRating: null, nps: null },
  });
});

test("an organizer sets the survey; a stranger can't, nor read comments", async () => {
  const body = { eventId: event.id, questions: [{ id: "a", label: "Well?", kind: "text" }] };
  const put = (as: typeof organizer | null, sent: object = body) =>
    callRoute(PUT, { as, method: "PUT", path: "/api/surveys", body: sent });
  const comments = (as: typeof organizer | null) =>
    callRoute(getComments, { as, path: `/api/surveys/comments?eventId=${event.id}` });
  const stranger = await makePerson({ role: "organizer" });
  expect(await (await put(organizer)).json()).toMatchObject({ eventId: event.id, questions: [{ id: "a" }] });
  expect((await put(stranger)).status).toBe(404);
  expect((await put(null)).status).toBe(401);
  expect((await put(organizer, { ...body, opensAt: "tomorrow" })).status).toBe(422);
  expect(await (await comments(organizer)).json()).toEqual({ items: [], nextCursor: null });
  expect((await comments(stranger)).status).toBe(404);
  expect((await comments(null)).status).toBe(401);
});

test("responses are answered as the contract says", async () => {
  const attendee = await makeAttendee();
  expect((await post(null, { rating: 4 })).status).toBe(401);
  expect(await (await post(attendee, { rating: 4 })).json()).toMatchObject({ status: 409, code: "survey_closed" });
  setClock(new Date(event.endsAt.getTime() + 60_000));
  const wrong = await (await post(attendee, { rating: 9 })).json();
  expect(wrong).toMatchObject({ status: 422, errors: [{ path: "rating" }] });
  const first = await post(attendee, { rating: 4, nps: 10, comment: "Fine." });
  expect(first.status).toBe(201);
  expect(await first.json()).toMatchObject({ eventId: event.id, rating: 4, nps: 10, comment: "Fine." });
  expect(await (await post(attendee, { rating: 5 })).json()).toMatchObject({ status: 409, code: "already_answered" });
  expect(await (await post(await makePerson(), { rating: 4 })).json()).toMatchObject({
    status: 403,
    code: "not_an_attendee",
  });
});

test("a repeated key gets the first answer, and another body under it is refused", async () => {
  const attendee = await makeAttendee();
  setClock(new Date(event.endsAt.getTime() + 60_000));
  const headers = { "Idempotency-Key": "once" };
  const answers = await Promise.all([1, 2, 3].map(() => post(attendee, { rating: 3 }, headers)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  const bodies = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(bodies).size).toBe(1);
  expect(await (await post(attendee, { rating: 2 }, headers)).json()).toMatchObject({ code: "idempotency_mismatch" });
});

test("who registered but was not scanned is no attendee", async () => {
  const person = await makePerson();
  await register(person, registerInput.parse({ eventId: event.id }));
  setClock(new Date(event.endsAt.getTime() + 60_000));
  expect(await (await post(person, { rating: 5 })).json()).toMatchObject({ status: 403, code: "not_an_attendee" });
});
