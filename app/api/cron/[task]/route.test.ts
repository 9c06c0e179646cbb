import { beforeAll, expect, test } from "vitest";
import { now, setClock } from "@/lib/platform/clock";
import { config } from "@/lib/platform/config";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { stageTickets } from "@/lib/testing/stage-door";
import { GET, POST } from "./route";

const secret = "cron-secret-of-tests";

function call(task: string, authorization?: string, handle = GET): Promise<Response> {
  const headers = new Headers(authorization ? { authorization } : {});
  return handle(new Request(`http://localhost:3000/api/cron/${task}`, { headers }), { params: { task } });
}

beforeAll(async () => {
  const organizer = await makePerson({ role: "organizer" });
  const event = await makePublishedEvent(organizer);
  await stageTickets(event.id, 3, { registeredAt: new Date(now().getTime() - 1_000) });
  setClock(new Date(event.startsAt.getTime() - 3_600_000));
});

test("runs each task for whoever knows the secret, and does nothing twice", async () => {
  const answer = await call("reminders", `Bearer ${secret}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("x-request-id")).toBeTruthy();
  expect(await answer.json()).toEqual({ task: "reminders", enqueued: 3 });
  expect(await (await call("reminders", `Bearer ${secret}`, POST)).json()).toEqual({ task: "reminders", enqueued: 0 });
  for (const task of ["surveys", "complete-events", "archive"])
    expect(await (await call(task, `Bearer ${secret}`)).json()).toMatchObject({ task, enqueued: expect.any(Number) });
});

test("a wrong, cut, missing or badly given secret is refused before the task's name is looked at", async () => {
  for (const given of [undefined, "Bearer wrong", `Bearer ${secret.slice(1)}`, `Basic ${secret}`, "Bearer "]) {
    const answer = await call("no-such-task", given);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: "unauthenticated" });
  }
});

test("a task that does not exist is not found, names of objects included", async () => {
  for (const task of ["no-such-task", "constructor", "__proto__"])
    expect((await call(task, `Bearer ${secret}`)).status).toBe(404);
});

test("without a configured secret nothing can be called", async () => {
  const settings = config();
  const before = settings.CRON_SECRET;
  settings.CRON_SECRET = undefined;
  expect((await call("reminders", `Bearer ${secret}`)).status).toBe(503);
  expect((await call("reminders", "Bearer undefined")).status).toBe(503);
  settings.CRON_SECRET = before;
});
