import { beforeAll, describe, expect, test } from "vitest";
import { issueAccessToken } from "@/lib/access/access-token";
import type { Person } from "@/lib/access/actor";
import { newId } from "@/lib/platform/id";
import { makeDraft, makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { POST as cancel } from "./[id]/cancel/route";
import { POST as duplicate } from "./[id]/duplicate/route";
import { POST as publish } from "./[id]/publish/route";
import { PATCH as change, GET as read } from "./[id]/route";
import { POST as create, GET as list } from "./route";

type Handler = (request: Request, context: { params?: Record<string, string> }) => Promise<Response>;
type Call = { as?: Person; id?: string; body?: unknown; query?: string; headers?: Record<string, string> };

let organizer: Person;
let stranger: Person;

beforeAll(async () => {
  [organizer, stranger] = await Promise.all([makePerson({ role: "organizer" }), makePerson({ role: "organizer" })]);
});

async function call(handler: Handler, method: string, { as, id, body, query = "", headers = {} }: Call = {}) {
  const request = new Request(`http://localhost:3000/api/events${id ? `/${id}` : ""}${query}`, {
    method,
    headers: {
      ...(as && { authorization: `Bearer ${await issueAccessToken(as)}` }),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const answer = await handler(request, { params: id ? { id } : {} });
  return { status: answer.status, body: await answer.json() };
}

const given = { title: "API day", startsAt: "2099-06-03T18:00:00+02:00", endsAt: "2099-06-03T20:00:00+02:00" };
const berlin = { ...given, timezone: "Europe/Berlin" };

describe("POST /api/events", () => {
  test("makes a draft with instants in UTC", async () => {
    const { status, body } = await call(create, "POST", { as: organizer, body: berlin });
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: "draft", startsAt: "2099-06-03T16:00:00.000Z", timezone: "Europe/Berlin" });
  });

  test("is for organizers only", async () => {
    expect(await call(create, "POST", { body: berlin })).toMatchObject({ status: 401 });
    const answer = await call(create, "POST", { as: await makePerson(), body: berlin });
    expect(answer).toMatchObject({ status: 403, body: { code: "forbidden" } });
  });

  test("gives the first answer again for the same key, and refuses it for another body", async () => {
    const headers = { "idempotency-key": newId() };
    const questions = [{ label: "Diet?", kind: "text" }];
    const body = { ...berlin, questions };
    const first = await call(create, "POST", { as: organizer, body, headers });
    expect(await call(create, "POST", { as: organizer, body, headers })).toEqual(first);
    const other = await call(create, "POST", { as: organizer, body: { ...body, title: "Other" }, headers });
    expect(other).toMatchObject({ status: 409, body: { code: "idempotency_mismatch" } });
    const theirs = await call(create, "POST", { as: stranger, body, headers });
    expect(theirs.body.id).not.toBe(first.body.id);
  });

  test.each([
    ["title", { title: " " }],
    ["title", { title: "x".repeat(10_000) }],
    ["title", { title: "two\nlines" }],
    ["title", { title: "half a \ud83c pair" }],
    ["endsAt", { endsAt: given.startsAt }],
    ["endsAt", { endsAt: "2099-08-03T18:00:00Z" }],
    ["startsAt", { startsAt: "2099-06-03T18:00" }],
    ["startsAt", { startsAt: "0000-01-01T00:00:00Z" }],
    ["timezone", { timezone: "Mars/Olympus_Mons" }],
    ["timezone", { timezone: "+02:00" }],
    ["capacity", { capacity: 0 }],
    ["capacity", { capacity: 1.5 }],
    ["capacity", { capacity: 1_000_001 }],
    ["summary", { summary: "x".repeat(301) }],
    ["description", { description: "x".repeat(20_001) }],
    ["description", { description: "nul \u0000" }],
    ["venue", { venue: "x".repeat(201) }],
    ["coverUrl", { coverUrl: "http://example.org/a.png" }],
    ["coverUrl", { coverUrl: "javascript:alert(1)" }],
    ["category", { category: "party" }],
    ["registrationClosesAt", { registrationClosesAt: "2099-06-04T18:00:00Z" }],
    ["registrationOpensAt", { registrationOpensAt: "2099-06-03T17:00:00Z" }],
    ["questions", { questions: Array.from({ length: 21 }, (_, n) => ({ label: `Question ${n}`, kind: "text" })) }],
    ["questions.0.options", { questions: [{ label: "Which?", kind: "choice", options: ["One"] }] }],
    ["questions.0.label", { questions: [{ label: "", kind: "text" }] }],
  ])("names %s as the fault in %o", async (path, fault) => {
    const { status, body } = await call(create, "POST", { as: organizer, body: { ...berlin, ...fault } });
    expect(status).toBe(422);
    expect(body.errors.map((error: { path: string }) => error.path)).toContain(path);
  });

  test("keeps HTML and any script as text", async () => {
    const title = '<img src=x onerror=alert(1)> 🎉 "مرحبا"';
    const { status, body } = await call(create, "POST", { as: organizer, body: { ...berlin, title, venue: title } });
    expect(status).toBe(201);
    expect(body).toMatchObject({ title, venue: title });
  });

  test("says what is wrong with the body itself", async () => {
    const malformed = await call(create, "POST", { as: organizer, body: "{" });
    expect(malformed).toMatchObject({ status: 400, body: { code: "malformed" } });
    const headers = { "content-type": "text/plain" };
    const plain = await call(create, "POST", { as: organizer, body: "{}", headers });
    expect(plain.status).toBe(415);
    const huge = await call(create, "POST", { as: organizer, body: `"${"x".repeat(1_100_000)}"` });
    expect(huge.status).toBe(413);
  });
});

describe("one event", () => {
  test("is found by those who may know it", async () => {
    const draft = await makeDraft(organizer);
    expect(await call(read, "GET", { as: organizer, id: draft.id })).toMatchObject({ status: 200 });
    expect(await call(read, "GET", { as: stranger, id: draft.id })).toMatchObject({ status: 404 });
    expect(await call(read, "GET", { id: draft.id })).toMatchObject({ status: 404 });
    expect(await call(read, "GET", { id: "no-id" })).toMatchObject({ status: 404, body: { code: "not_found" } });
  });

  test("is changed, and not by a stale revision", async () => {
    const { id } = await makeDraft(organizer);
    const body = { title: "New", revision: 0 };
    expect(await call(change, "PATCH", { as: organizer, id, body })).toMatchObject({
      status: 200,
      body: { title: "New", revision: 1 },
    });
    expect(await call(change, "PATCH", { as: organizer, id, body: { title: "Newer", revision: 0 } })).toMatchObject({
      status: 409,
      body: { code: "revision_mismatch" },
    });
  });

  test("is published, duplicated and cancelled by its organizers alone", async () => {
    const { id } = await makeDraft(organizer);
    const startsAt = "2099-07-01T10:00:00Z";
    const acts: [Handler, unknown][] = [
      [publish, undefined],
      [duplicate, { startsAt }],
      [cancel, undefined],
      [cancel, { reason: "Rain" }],
      [change, { title: "Mine" }],
    ];
    for (const [handler, body] of acts) {
      expect(await call(handler, "POST", { as: stranger, id, body })).toMatchObject({ status: 404 });
      expect(await call(handler, "POST", { id, body })).toMatchObject({ status: 401 });
    }
    const published = await call(publish, "POST", { as: organizer, id });
    expect(published).toMatchObject({ status: 200, body: { status: "published" } });
    const copy = await call(duplicate, "POST", { as: organizer, id, body: { startsAt } });
    expect(copy).toMatchObject({ status: 201, body: { status: "draft", startsAt: "2099-07-01T10:00:00.000Z" } });
    const cancelled = await call(cancel, "POST", { as: organizer, id, body: { reason: "Rain" } });
    expect(cancelled).toMatchObject({ status: 200, body: { status: "cancelled", cancelReason: "Rain" } });
  });
});

test("GET /api/events pages, and refuses what it can't read", async () => {
  await makePublishedEvent(organizer);
  await makePublishedEvent(organizer);
  const first = await call(list, "GET", { query: "?limit=1" });
  expect(first.body.items).toHaveLength(1);
  const next = await call(list, "GET", { query: `?limit=1&cursor=${first.body.nextCursor}` });
  expect(next.body.items[0].id).not.toBe(first.body.items[0].id);
  for (const query of ["?limit=101", "?limit=0", "?cursor=abc", "?status=open", "?from=yesterday", "?organizerId=1"])
    expect(await call(list, "GET", { query })).toMatchObject({ status: 422, body: { code: "invalid_input" } });
});
