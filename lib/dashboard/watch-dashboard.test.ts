import { expect, test } from "vitest";
import { requireOrganizer } from "@/lib/access/scopes";
import { registerInput } from "@/lib/registrations/input";
import { register } from "@/lib/registrations/register";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { watchDashboard } from "./watch-dashboard";

test("the numbers come at once, again after a change, and end with the signal", async () => {
  const organizer = await makePerson({ role: "organizer" });
  const event = await makePublishedEvent(organizer);
  const stop = new AbortController();
  const dashboards = watchDashboard(await requireOrganizer(organizer, event.id), stop.signal);
  expect((await dashboards.next()).value).toMatchObject({ eventId: event.id, registered: 0 });
  const next = dashboards.next();
  await register(await makePerson(), registerInput.parse({ eventId: event.id }));
  const changedAt = performance.now();
  expect((await next).value).toMatchObject({ registered: 1 });
  expect(performance.now() - changedAt).toBeLessThan(2_000);
  const last = dashboards.next();
  stop.abort();
  expect(await last).toEqual({ done: true, value: undefined });
});

test("a hundred changes at once are told in a few messages, the last of them complete", async () => {
  const organizer = await makePerson({ role: "organizer" });
  const event = await makePublishedEvent(organizer);
  const stop = new AbortController();
  const dashboards = watchDashboard(await requireOrganizer(organizer, event.id), stop.signal);
  await dashboards.next();
  const people = await Promise.all(Array.from({ length: 100 }, () => makePerson()));
  const changing = Promise.all(people.map((person) => register(person, registerInput.parse({ eventId: event.id }))));
  let messages = 0;
  for await (const dashboard of dashboards) {
    messages += 1;
    if (dashboard?.registered === 100) break;
  }
  await changing;
  expect(messages).toBeLessThan(8);
});
