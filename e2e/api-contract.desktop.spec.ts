import { type APIRequestContext, type APIResponse, expect, test } from "@playwright/test";
import type { z } from "zod";
import * as answers from "../app/api/openapi.json/answers";
import * as insight from "../app/api/openapi.json/answers-insight";

const password = "turnout-demo";
const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
const uniqueEmail = () => `contract-${crypto.randomUUID()}@example.org`;

/** A caller of the API: JSON in, JSON out, with a bearer token if there is one. */
class Client {
  constructor(
    private readonly request: APIRequestContext,
    readonly token?: string,
  ) {}

  static async signedIn(request: APIRequestContext, email: string): Promise<Client> {
    const answer = await request.post("/api/auth/token", { data: { email, password } });
    return new Client(request, (await parsed(answer, 200, answers.tokensAnswer)).accessToken);
  }

  send(method: string, path: string, data?: unknown, headers: Record<string, string> = {}): Promise<APIResponse> {
    const authorization: Record<string, string> = this.token ? { Authorization: `Bearer ${this.token}` } : {};
    return this.request.fetch(path, { method, data, headers: { ...authorization, ...headers } });
  }
}

/** The body of an answer that has this status, carries a request id and fits the documented schema. */
async function parsed<Schema extends z.ZodType>(
  answer: APIResponse,
  status: number,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = await answer.text();
  expect(answer.status(), text).toBe(status);
  expect(answer.headers()["x-request-id"]).toBeTruthy();
  return schema.parse(JSON.parse(text));
}

/** A problem document of this status and code. */
async function refused(answer: APIResponse, status: number, code: string) {
  const problem = await parsed(answer, status, answers.problemAnswer);
  expect(answer.headers()["content-type"]).toContain("application/problem+json");
  expect(problem).toMatchObject({ status, code });
  expect(problem.requestId).toBe(answer.headers()["x-request-id"]);
  return problem;
}

const plan = {
  title: "Contract 🎟 مؤتمر",
  startsAt: inHours(48),
  endsAt: inHours(50),
  timezone: "Europe/Berlin",
  venue: "Room 1",
};

const lengthOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) =>
  Date.parse(endsAt) - Date.parse(startsAt);

async function publishedEvent(organizer: Client, fields: object = {}) {
  const draft = await parsed(
    await organizer.send("POST", "/api/events", { ...plan, ...fields }),
    201,
    answers.eventAnswer,
  );
  return parsed(await organizer.send("POST", `/api/events/${draft.id}/publish`), 200, answers.eventAnswer);
}

function scanOf(ticket: string, fields: object = {}) {
  return { scanId: crypto.randomUUID(), ticket, scannedAt: new Date().toISOString(), gate: "North", ...fields };
}

test.describe("tokens", () => {
  test("sign in, renew once, end the family when a spent token returns, and revoke", async ({ request }) => {
    const anyone = new Client(request);
    await refused(
      await anyone.send("POST", "/api/auth/token", { email: "admin@demo.test", password: "wrong" }),
      401,
      "unauthenticated",
    );
    const first = await parsed(
      await anyone.send("POST", "/api/auth/token", { email: "attendee9@demo.test", password }),
      200,
      answers.tokensAnswer,
    );
    expect(first).toMatchObject({ expiresIn: 900, refreshExpiresIn: 604_800, user: { role: "attendee" } });
    const renew = (refreshToken: string) => anyone.send("POST", "/api/auth/refresh", { refreshToken });
    const second = await parsed(await renew(first.refreshToken), 200, answers.tokensAnswer);
    await refused(await renew(first.refreshToken), 401, "unauthenticated");
    await refused(await renew(second.refreshToken), 401, "unauthenticated");
    const other = await parsed(
      await anyone.send("POST", "/api/auth/token", { email: "attendee9@demo.test", password }),
      200,
      answers.tokensAnswer,
    );
    expect((await anyone.send("POST", "/api/auth/revoke", { refreshToken: other.refreshToken })).status()).toBe(204);
    await refused(await renew(other.refreshToken), 401, "unauthenticated");
  });

  test("a token of nobody is refused", async ({ request }) => {
    await refused(await new Client(request, "nonsense").send("GET", "/api/registrations"), 401, "unauthenticated");
  });
});

test.describe("events", () => {
  test("live from draft to publication, change, copy and cancellation", async ({ request }) => {
    const organizer = await Client.signedIn(request, "organizer@demo.test");
    const stranger = await Client.signedIn(request, "organizer2@demo.test");
    const anyone = new Client(request);
    const draft = await parsed(await organizer.send("POST", "/api/events", plan), 201, answers.eventAnswer);
    expect(draft).toMatchObject({ status: "draft", title: plan.title, capacity: null, seatsTaken: 0 });
    for (const client of [anyone, stranger])
      await refused(await client.send("GET", `/api/events/${draft.id}`), 404, "not_found");
    await refused(await stranger.send("PATCH", `/api/events/${draft.id}`, { title: "Mine" }), 404, "not_found");
    const changed = await organizer.send("PATCH", `/api/events/${draft.id}`, { capacity: 2, summary: "<b>Bold</b>" });
    expect(await parsed(changed, 200, answers.eventAnswer)).toMatchObject({ capacity: 2, summary: "<b>Bold</b>" });
    await parsed(await organizer.send("POST", `/api/events/${draft.id}/publish`), 200, answers.eventAnswer);
    await parsed(await anyone.send("GET", `/api/events/${draft.id}`), 200, answers.eventAnswer);
    const calendar = await anyone.send("GET", `/api/events/${draft.id}/calendar.ics`);
    expect(calendar.headers()["content-type"]).toContain("text/calendar");
    expect(await calendar.text()).toContain("BEGIN:VEVENT");
    const copy = await parsed(
      await organizer.send("POST", `/api/events/${draft.id}/duplicate`, { startsAt: inHours(96) }),
      201,
      answers.eventAnswer,
    );
    expect(copy).toMatchObject({ status: "draft", title: plan.title, seatsTaken: 0 });
    expect(lengthOf(copy)).toBe(lengthOf(plan));
    expect(
      await parsed(
        await organizer.send("POST", `/api/events/${draft.id}/cancel`, { reason: "Rain" }),
        200,
        answers.eventAnswer,
      ),
    ).toMatchObject({ status: "cancelled" });
  });

  test("are listed in pages that neither repeat nor skip, and filter", async ({ request }) => {
    const anyone = new Client(request);
    const seen: string[] = [];
    let path: string | null = "/api/events?limit=7&status=completed";
    while (path) {
      const page: { items: { id: string; status: string }[]; nextCursor: string | null } = await parsed(
        await anyone.send("GET", path),
        200,
        answers.pageAnswer(answers.eventListAnswer),
      );
      expect(page.items.every(({ status }) => status === "completed")).toBe(true);
      seen.push(...page.items.map(({ id }) => id));
      path = page.nextCursor && `/api/events?limit=7&status=completed&cursor=${encodeURIComponent(page.nextCursor)}`;
    }
    expect(seen.length).toBeGreaterThanOrEqual(40);
    expect(new Set(seen).size).toBe(seen.length);
    const found = await parsed(
      await anyone.send("GET", "/api/events?q=krakow-nothing-has-this"),
      200,
      answers.pageAnswer(answers.eventListAnswer),
    );
    expect(found.items).toEqual([]);
  });

  test("answer bad input with the field that is wrong", async ({ request }) => {
    const organizer = await Client.signedIn(request, "organizer@demo.test");
    const wrong: [object, string][] = [
      [{ endsAt: inHours(40) }, "endsAt"],
      [{ timezone: "Mars/Olympus" }, "timezone"],
      [{ title: "x".repeat(10_000) }, "title"],
      [{ title: "" }, "title"],
      [{ capacity: 0 }, "capacity"],
      [{ startsAt: "tomorrow" }, "startsAt"],
    ];
    for (const [fields, path] of wrong) {
      const problem = await refused(
        await organizer.send("POST", "/api/events", { ...plan, ...fields }),
        422,
        "invalid_input",
      );
      expect(problem.errors?.map((error) => error.path)).toContain(path);
    }
    const attendee = await Client.signedIn(request, "attendee1@demo.test");
    await refused(await attendee.send("POST", "/api/events", plan), 403, "forbidden");
    await refused(await new Client(request).send("POST", "/api/events", plan), 401, "unauthenticated");
    await refused(await organizer.send("GET", "/api/events/no-id"), 404, "not_found");
    await refused(await organizer.send("GET", "/api/events?limit=1000"), 422, "invalid_input");
    await refused(await organizer.send("GET", "/api/events?cursor=bm9uc2Vuc2U"), 422, "invalid_input");
  });

  test("refuse bodies that are no JSON, of another type, or too large", async ({ request }) => {
    const { token } = await Client.signedIn(request, "organizer@demo.test");
    const headers = { Authorization: `Bearer ${token}` };
    const post = (data: string, type: string) =>
      request.post("/api/events", { data: Buffer.from(data), headers: { ...headers, "Content-Type": type } });
    await refused(await post("{", "application/json"), 400, "malformed");
    await refused(await post("title=x", "application/x-www-form-urlencoded"), 415, "unsupported_media_type");
    await refused(
      await post(JSON.stringify({ title: "x".repeat(2_000_000) }), "application/json"),
      413,
      "payload_too_large",
    );
  });
});

test.describe("registrations", () => {
  test("fill the seats, then the line; a cancellation promotes the first", async ({ request }) => {
    const organizer = await Client.signedIn(request, "organizer@demo.test");
    const event = await publishedEvent(organizer, { capacity: 1 });
    const [first, second] = [
      await Client.signedIn(request, "attendee1@demo.test"),
      await Client.signedIn(request, "attendee2@demo.test"),
    ];
    const mine = await parsed(
      await first.send("POST", "/api/registrations", { eventId: event.id }),
      201,
      answers.registrationAnswer,
    );
    expect(mine).toMatchObject({ status: "confirmed", waitlistPosition: null, ticket: { code: expect.any(String) } });
    expect(mine.ticket?.code.length).toBeLessThanOrEqual(110);
    const again = await parsed(
      await first.send("POST", "/api/registrations", { eventId: event.id }),
      200,
      answers.registrationAnswer,
    );
    expect(again.id).toBe(mine.id);
    const waiting = await parsed(
      await second.send("POST", "/api/registrations", { eventId: event.id }),
      201,
      answers.registrationAnswer,
    );
    expect(waiting).toMatchObject({ status: "waitlisted", waitlistPosition: 1, ticket: null });
    await refused(await second.send("DELETE", `/api/registrations/${mine.id}`), 404, "not_found");
    for (let times = 0; times < 2; times++) {
      const cancelled = await parsed(
        await first.send("DELETE", `/api/registrations/${mine.id}`),
        200,
        answers.cancelledAnswer,
      );
      expect(cancelled).toEqual({ id: mine.id, status: "cancelled" });
    }
    const promoted = await parsed(
      await second.send("GET", `/api/registrations/${waiting.id}`),
      200,
      answers.registrationAnswer,
    );
    expect(promoted).toMatchObject({ status: "confirmed", waitlistPosition: null });
    await refused(await organizer.send("PATCH", `/api/events/${event.id}`, { capacity: 0 }), 422, "invalid_input");
    const back = await parsed(
      await first.send("POST", "/api/registrations", { eventId: event.id }),
      201,
      answers.registrationAnswer,
    );
    expect(back).toMatchObject({ id: mine.id, status: "waitlisted", waitlistPosition: 1 });
    await parsed(await organizer.send("PATCH", `/api/events/${event.id}`, { capacity: 2 }), 200, answers.eventAnswer);
    expect(
      await parsed(await first.send("GET", `/api/registrations/${mine.id}`), 200, answers.registrationAnswer),
    ).toMatchObject({ status: "confirmed" });
    await refused(
      await organizer.send("PATCH", `/api/events/${event.id}`, { capacity: 1 }),
      409,
      "capacity_below_taken",
    );
  });

  test("tell a guest nothing about an address, and honour idempotency keys", async ({ request }) => {
    const organizer = await Client.signedIn(request, "organizer@demo.test");
    const event = await publishedEvent(organizer);
    const anyone = new Client(request);
    const guest = { eventId: event.id, name: "Zoë Ångström", email: uniqueEmail() };
    const key = { "Idempotency-Key": crypto.randomUUID() };
    const first = await parsed(
      await anyone.send("POST", "/api/registrations", guest, key),
      201,
      answers.registrationAnswer,
    );
    const replayed = await parsed(
      await anyone.send("POST", "/api/registrations", guest, key),
      201,
      answers.registrationAnswer,
    );
    expect(replayed).toEqual(first);
    await refused(
      await anyone.send("POST", "/api/registrations", { ...guest, name: "Another" }, key),
      409,
      "idempotency_mismatch",
    );
    const again = await parsed(
      await anyone.send("POST", "/api/registrations", guest),
      200,
      answers.alreadyRegisteredGuestAnswer,
    );
    expect(again).toEqual({ eventId: event.id, status: "already_registered", ticket: null });
    await refused(await anyone.send("POST", "/api/registrations", { eventId: event.id }), 422, "invalid_input");
    await refused(await anyone.send("POST", "/api/registrations", { ...guest, email: "nobody" }), 422, "invalid_input");
    await refused(
      await anyone.send("POST", "/api/registrations", { ...guest, eventId: crypto.randomUUID() }),
      404,
      "not_found",
    );
  });

  test("are refused where there is no seat, no line, or no open door", async ({ request }) => {
    const organizer = await Client.signedIn(request, "organizer@demo.test");
    const small = await publishedEvent(organizer, { capacity: 1, waitlistEnabled: false });
    const guest = (eventId: string) => ({ eventId, name: "Guest", email: uniqueEmail() });
    const anyone = new Client(request);
    await parsed(await anyone.send("POST", "/api/registrations", guest(small.id)), 201, answers.registrationAnswer);
    await refused(await anyone.send("POST", "/api/registrations", guest(small.id)), 409, "event_full");
    const later = await publishedEvent(organizer, { registrationOpensAt: inHours(24) });
    await refused(await anyone.send("POST", "/api/registrations", guest(later.id)), 409, "registration_closed");
  });

  test("are listed for whoever may see them", async ({ request }) => {
    const organizer = await Client.signedIn(request, "organizer@demo.test");
    const staff = await Client.signedIn(request, "staff@demo.test");
    const stranger = await Client.signedIn(request, "attendee3@demo.test");
    const { items } = await parsed(
      await organizer.send("GET", "/api/events?q=made to last"),
      200,
      answers.pageAnswer(answers.eventListAnswer),
    );
    const path = `/api/registrations?eventId=${items[0]?.id}&limit=5&checkedIn=true`;
    const guests = await parsed(await organizer.send("GET", path), 200, answers.pageAnswer(answers.guestAnswer));
    expect(guests.items).toHaveLength(5);
    expect(guests.items.every(({ checkedInAt, email }) => checkedInAt && email)).toBe(true);
    const atDoor = await parsed(await staff.send("GET", path), 200, answers.pageAnswer(answers.guestAnswer));
    expect(atDoor.items.every((guest) => !("email" in guest))).toBe(true);
    await refused(await stranger.send("GET", path), 404, "not_found");
    await parsed(await stranger.send("GET", "/api/registrations"), 200, answers.pageAnswer(answers.registrationAnswer));
  });
});

test.describe("the small personal request", () => {
  test("says who one is, and asks strangers to sign in", async ({ request }) => {
    await refused(await new Client(request).send("GET", "/api/me"), 401, "unauthenticated");
    const admin = await Client.signedIn(request, "admin@demo.test");
    const account = await parsed(await admin.send("GET", "/api/me"), 200, answers.accountAnswer);
    expect(account).toMatchObject({
      email: "admin@demo.test",
      role: "admin",
      mayAdminister: true,
      mayManageEvents: true,
    });
    const staff = await Client.signedIn(request, "staff@demo.test");
    const helping = { mayOpenDoors: true, mayManageEvents: false, mayAdminister: false };
    expect(await parsed(await staff.send("GET", "/api/me"), 200, answers.accountAnswer)).toMatchObject(helping);
  });

  test("adds to an event's page what is its reader's alone", async ({ request }) => {
    const organizer = await Client.signedIn(request, "organizer@demo.test");
    const attendee = await Client.signedIn(request, "attendee6@demo.test");
    const event = await publishedEvent(organizer);
    const path = `/api/me/events/${event.id}`;
    const mine = await parsed(
      await attendee.send("POST", "/api/registrations", { eventId: event.id }),
      201,
      answers.registrationAnswer,
    );
    const own = await parsed(await attendee.send("GET", path), 200, answers.readerAnswer);
    expect(own).toMatchObject({ account: { email: "attendee6@demo.test" }, mayManage: false, mayOpenDoor: false });
    expect(own.registration).toEqual({ ...mine, checkedInAt: null });
    const team = await parsed(await organizer.send("GET", path), 200, answers.readerAnswer);
    expect(team).toMatchObject({ registration: null, mayManage: true, mayOpenDoor: true });
    const nothing = { account: null, registration: null, mayManage: false, mayOpenDoor: false };
    const anyone = new Client(request);
    expect(await parsed(await anyone.send("GET", path), 200, answers.readerAnswer)).toMatchObject(nothing);
    await refused(await anyone.send("GET", `/api/me/events/${crypto.randomUUID()}`), 404, "not_found");
  });

  test("shows a guest what was registered in this browser, and nobody else", async ({
    request,
    playwright,
    baseURL,
  }) => {
    const event = await publishedEvent(await Client.signedIn(request, "organizer@demo.test"));
    const path = `/api/me/events/${event.id}`;
    const browser = await playwright.request.newContext({ baseURL });
    const guest = { eventId: event.id, name: "Zoë", email: uniqueEmail() };
    const headers = { Origin: new URL(baseURL ?? "").origin, "Idempotency-Key": crypto.randomUUID() };
    const made = await parsed(
      await new Client(browser).send("POST", "/api/registrations", guest, headers),
      201,
      answers.registrationAnswer,
    );
    expect(made).toMatchObject({ name: "Zoë", reference: expect.stringMatching(/^[0-9A-Z]{8}$/) });
    const here = await parsed(await new Client(browser).send("GET", path), 200, answers.readerAnswer);
    expect(here.registration).toEqual({ ...made, checkedInAt: null });
    const elsewhere = await parsed(await new Client(request).send("GET", path), 200, answers.readerAnswer);
    expect(elsewhere.registration).toBeNull();
    await browser.dispose();
  });
});

test.describe("check-in, survey and dashboard", () => {
  test("follow one person from the door to the numbers", async ({ request }) => {
    const organizer = await Client.signedIn(request, "organizer@demo.test");
    const attendee = await Client.signedIn(request, "attendee4@demo.test");
    const event = await publishedEvent(organizer, {
      startsAt: inHours(-1),
      endsAt: inHours(1),
      registrationClosesAt: inHours(0.9),
    });
    const other = await publishedEvent(organizer);
    const mine = await parsed(
      await attendee.send("POST", "/api/registrations", { eventId: event.id }),
      201,
      answers.registrationAnswer,
    );
    const elsewhere = await parsed(
      await attendee.send("POST", "/api/registrations", { eventId: other.id }),
      201,
      answers.registrationAnswer,
    );
    const code = mine.ticket?.code ?? "";
    const admitted = scanOf(code);
    const forged = `${code.slice(0, -2)}${code.endsWith("AA") ? "BB" : "AA"}`;
    const scans = [
      admitted,
      scanOf(code),
      scanOf(elsewhere.ticket?.code ?? ""),
      scanOf(forged),
      scanOf("https://example.org"),
      admitted,
    ];
    const send = (batch: object[]) => organizer.send("POST", "/api/checkin", { eventId: event.id, scans: batch });
    const { results } = await parsed(await send(scans), 200, answers.scanResultsAnswer);
    expect(results.map(({ verdict }) => verdict)).toEqual([
      "admitted",
      "already_checked_in",
      "wrong_event",
      "not_a_ticket",
      "not_a_ticket",
      "admitted",
    ]);
    expect(results.map(({ scanId }) => scanId)).toEqual(scans.map(({ scanId }) => scanId));
    expect(results[2]?.correctEventId).toBe(other.id);
    const late = await parsed(
      await send([scanOf(code, { offline: true, scannedAt: inHours(-0.001) })]),
      200,
      answers.scanResultsAnswer,
    );
    expect(["conflict", "admitted"]).toContain(late.results[0]?.verdict);
    await refused(
      await attendee.send("POST", "/api/checkin", { eventId: event.id, scans: [scanOf(code)] }),
      404,
      "not_found",
    );
    await refused(await send([]), 422, "invalid_input");

    const roster = await organizer.send("GET", `/api/checkin/roster?eventId=${event.id}`);
    expect(roster.status()).toBe(200);
    expect(await roster.text()).not.toContain("@demo.test");

    const numbers = await parsed(
      await organizer.send("GET", `/api/dashboard?eventId=${event.id}`),
      200,
      insight.dashboardAnswer,
    );
    expect(numbers).toMatchObject({ registered: 1, checkedIn: 1, waitlisted: 0 });
    expect(numbers.arrivals.reduce((sum, { checkedIn }) => sum + checkedIn, 0)).toBe(1);
    await refused(await attendee.send("GET", `/api/dashboard?eventId=${event.id}`), 404, "not_found");
    await parsed(await organizer.send("GET", "/api/dashboard"), 200, insight.dashboardsAnswer);

    const answer = { eventId: event.id, rating: 5, nps: 9, comment: "<script>alert(1)</script>" };
    await refused(await attendee.send("POST", "/api/surveys", answer), 409, "survey_closed");
    const opened = {
      eventId: event.id,
      opensAt: inHours(-0.5),
      questions: [{ id: "food", label: "How was the food?", kind: "text", required: false }],
    };
    await parsed(await organizer.send("PUT", "/api/surveys", opened), 200, insight.surveyAnswer);
    await refused(await attendee.send("PUT", "/api/surveys", opened), 404, "not_found");
    const fed = { ...answer, answers: { food: "Good" } };
    await parsed(await attendee.send("POST", "/api/surveys", fed), 201, insight.responseAnswer);
    await refused(await attendee.send("POST", "/api/surveys", answer), 409, "already_answered");
    const absent = await Client.signedIn(request, "attendee5@demo.test");
    await refused(await absent.send("POST", "/api/surveys", answer), 403, "not_an_attendee");
    await refused(await attendee.send("POST", "/api/surveys", { ...answer, rating: 6 }), 422, "invalid_input");
    const survey = await parsed(
      await organizer.send("GET", `/api/surveys?eventId=${event.id}`),
      200,
      insight.surveyAnswer,
    );
    expect(survey.results).toMatchObject({ responses: 1, invited: 1, questions: [{ id: "food", answered: 1 }] });
    const comments = await organizer.send("GET", `/api/surveys/comments?eventId=${event.id}`);
    expect((await parsed(comments, 200, insight.commentsAnswer)).items).toEqual([]);
    const responses = await organizer.send("GET", `/api/surveys/responses?eventId=${event.id}`);
    expect((await parsed(responses, 200, insight.responsesAnswer)).items).toEqual([]);
    const read = await parsed(
      await attendee.send("GET", `/api/surveys?eventId=${event.id}`),
      200,
      insight.surveyAnswer,
    );
    expect(read.results).toBeUndefined();
    expect(
      (await parsed(await organizer.send("GET", `/api/dashboard?eventId=${event.id}`), 200, insight.dashboardAnswer))
        .survey,
    ).toMatchObject({ responses: 1, averageRating: null, nps: null });

    const undo = { eventId: event.id, registrationId: mine.id };
    for (let times = 0; times < 2; times++)
      expect((await organizer.send("POST", "/api/checkin/undo", undo)).status()).toBe(200);
    expect(
      await parsed(await organizer.send("GET", `/api/dashboard?eventId=${event.id}`), 200, insight.dashboardAnswer),
    ).toMatchObject({ checkedIn: 0 });
    const replay = await parsed(await send([admitted]), 200, answers.scanResultsAnswer);
    expect(replay.results[0]?.verdict).toBe("admitted");
  });
});

test.describe("operations", () => {
  test("tell their health, their metrics and their document", async ({ request }) => {
    for (const path of ["/api/health/live", "/api/health/ready", "/api/metrics"])
      expect((await request.get(path)).status(), path).toBe(200);
    const document = await (await request.get("/api/openapi.json")).json();
    expect(document.openapi).toMatch(/^3\.1/);
    expect(Object.keys(document.paths)).toContain("/api/registrations");
  });

  test("run timers for whoever knows the secret, and enqueue nothing twice", async ({ request }) => {
    await refused(await request.post("/api/cron/reminders"), 401, "unauthenticated");
    await refused(
      await request.post("/api/cron/reminders", { headers: { Authorization: "Bearer wrong" } }),
      401,
      "unauthenticated",
    );
    const headers = { Authorization: `Bearer ${process.env.CRON_SECRET}` };
    for (const task of ["reminders", "surveys", "archive", "complete-events"]) {
      await parsed(await request.post(`/api/cron/${task}`, { headers }), 200, answers.cronAnswer);
      expect(await parsed(await request.get(`/api/cron/${task}`, { headers }), 200, answers.cronAnswer)).toEqual({
        task,
        enqueued: 0,
      });
    }
    await refused(await request.post("/api/cron/nothing", { headers }), 404, "not_found");
  });
});
