import type { APIRequestContext } from "@playwright/test";
import { openDoorEvent } from "./door-event";
import { awaitMail, expect } from "./fixtures";
import { mailedPathIn } from "./mailed-path";
import { bearerOf } from "./tokens";

const hour = 3_600_000;

type Results = { responses: number; averageRating: number | null; nps: number | null; comments: number };

/** An event of this test alone that is under way, whose survey is open already, with what surveys need. */
export async function openSurveyEvent(request: APIRequestContext, questions: object[] = []) {
  const event = await openDoorEvent(request, "Survey test");
  const { id, send } = event;

  const setWindow = (fromHours: number, toHours: number) =>
    send("PUT", "/api/surveys", {
      eventId: id,
      questions,
      opensAt: new Date(Date.now() + fromHours * hour),
      closesAt: new Date(Date.now() + toHours * hour),
    });
  await setWindow(-1, 1);

  return {
    ...event,
    setWindow,
    async register(email: string) {
      const answer = await request.post("/api/registrations", { data: { eventId: id, name: "Grace Hopper", email } });
      expect(answer.status(), await answer.text()).toBe(201);
      const { ticket }: { ticket: { code: string } } = await answer.json();
      // Only the mail's link proves the address, and answers in its owner's name.
      const mailed = mailedPathIn(await awaitMail(email, /You’re in/));
      return { code: ticket.code, surveyPath: mailed.replace("/tickets/", "/surveys/") };
    },
    async results() {
      const { results } = await send<{ results: Results }>("GET", `/api/surveys?eventId=${id}`);
      return results;
    },
  };
}

export type SurveyEvent = Awaited<ReturnType<typeof openSurveyEvent>>;

/** Somebody new, registered and admitted at the door. */
export async function attend(event: SurveyEvent, email: string) {
  const guest = await event.register(email);
  const scan = { scanId: crypto.randomUUID(), ticket: guest.code, scannedAt: new Date() };
  await event.send("POST", "/api/checkin", { eventId: event.id, scans: [scan] });
  return guest;
}

/**
 * Four colleagues with accounts, who were there and answer too: from five answers on an organizer
 * is told what they say.
 */
export async function answerByFour(request: APIRequestContext, event: SurveyEvent, rating: number): Promise<void> {
  for (const nth of [31, 32, 33, 34]) {
    const headers = await bearerOf(request, `attendee${nth}@demo.test`);
    const registered = await request.post("/api/registrations", { headers, data: { eventId: event.id } });
    const { ticket }: { ticket: { code: string } } = await registered.json();
    const scan = { scanId: crypto.randomUUID(), ticket: ticket.code, scannedAt: new Date() };
    await event.send("POST", "/api/checkin", { eventId: event.id, scans: [scan] });
    const answered = await request.post("/api/surveys", { headers, data: { eventId: event.id, rating } });
    expect(answered.status(), await answered.text()).toBe(201);
  }
}
