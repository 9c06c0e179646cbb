import { expect, test } from "vitest";
import { registerInput } from "@/lib/registrations/input";
import { register } from "@/lib/registrations/register";
import { callRoute } from "@/lib/testing/call-route";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { GET as getLive } from "./live/route";
import { GET } from "./route";

test("an organizer gets one event's numbers, or the totals and a page of their events", async () => {
  const organizer = await makePerson({ role: "organizer" });
  const event = await makePublishedEvent(organizer, { capacity: 3 });
  await register(await makePerson({ department: "Sales" }), registerInput.parse({ eventId: event.id }));
  const one = await callRoute(GET, { as: organizer, path: `/api/dashboard?eventId=${event.id}` });
  expect(one.headers.get("cache-control")).toBe("no-store");
  expect(await one.json()).toMatchObject({
    ...{ eventId: event.id, capacity: 3, registered: 1, waitlisted: 0, cancelled: 0, checkedIn: 0 },
    byDepartment: [{ department: "Sales", registered: 1, checkedIn: 0 }],
    byDay: [{ date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/), registered: 1, cancelled: 0 }],
    arrivals: [],
    survey: { responses: 0, averageRating: null, nps: null, ratings: null },
    asOf: expect.stringMatching(/\.\d{3}Z$/),
  });
  const all = await (await callRoute(GET, { as: organizer, path: "/api/dashboard" })).json();
  expect(all).toMatchObject({ totals: { events: 1, registered: 1 }, nextCursor: null });
  expect(all.items).toMatchObject([{ eventId: event.id, startsAt: event.startsAt.toISOString(), registered: 1 }]);
});

test("a stranger is told that there is nothing, nobody to sign in, and a forged cursor is refused", async () => {
  const event = await makePublishedEvent(await makePerson({ role: "organizer" }));
  const stranger = await makePerson({ role: "organizer" });
  for (const handler of [GET, getLive]) {
    const path = `/api/dashboard?eventId=${event.id}`;
    expect((await callRoute(handler, { as: stranger, path })).status).toBe(404);
    expect((await callRoute(handler, { as: null, path })).status).toBe(401);
  }
  expect((await callRoute(GET, { as: stranger, path: "/api/dashboard?eventId=7" })).status).toBe(422);
  expect((await callRoute(GET, { as: stranger, path: "/api/dashboard?cursor=abcdefghijkl" })).status).toBe(422);
});

test("the live view streams the same shape, and again after a change", async () => {
  const organizer = await makePerson({ role: "organizer" });
  const event = await makePublishedEvent(organizer);
  const answer = await callRoute(getLive, { as: organizer, path: `/api/dashboard/live?eventId=${event.id}` });
  expect(answer.headers.get("content-type")).toMatch(/^text\/event-stream/);
  expect(answer.headers.get("x-accel-buffering")).toBe("no");
  const reader = answer.body?.getReader();
  if (!reader) throw new Error("no stream");
  const readNext = async () => {
    for (;;) {
      const text = new TextDecoder().decode((await reader.read()).value);
      const data = text.match(/^data: (.*)$/m)?.[1];
      if (data) return JSON.parse(data);
    }
  };
  expect(await readNext()).toMatchObject({ eventId: event.id, registered: 0 });
  await register(await makePerson(), registerInput.parse({ eventId: event.id }));
  expect(await readNext()).toMatchObject({ registered: 1, byDay: [{ registered: 1 }] });
  const leftAt = performance.now();
  await reader.cancel();
  expect(performance.now() - leftAt).toBeLessThan(500);
});

test("one person has at most twelve live views", async () => {
  const organizer = await makePerson({ role: "organizer" });
  const event = await makePublishedEvent(organizer);
  const open = () => callRoute(getLive, { as: organizer, path: `/api/dashboard/live?eventId=${event.id}` });
  const views = await Promise.all(Array.from({ length: 12 }, open));
  expect(views.map(({ status }) => status)).toEqual(Array(12).fill(200));
  const refused = await open();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  await views[0]?.body?.cancel();
  const again = await open();
  expect(again.status).toBe(200);
  await Promise.all([...views.slice(1), again].map((view) => view.body?.cancel()));
});
