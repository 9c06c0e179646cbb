import { beforeAll, expect, test } from "vitest";
import { sql } from "@/db/client";
import { anonymous, type Person } from "@/lib/access/actor";
import { requirePerson } from "@/lib/access/scopes";
import { mostRowsLookedAt } from "@/lib/testing/explain-queries";
import { makePerson } from "@/lib/testing/make-person";
import { listEventsInput, listManagedEventsInput, managedViews } from "./input";
import { listEvents, listManagedEvents } from "./queries";

let organizer: Person;

// 100,000 events, one every half hour over the last five years and the next months; 200 of them are the organizer's.
beforeAll(async () => {
  organizer = await makePerson({ role: "organizer" });
  const others = await Promise.all(Array.from({ length: 20 }, () => makePerson({ role: "organizer" })));
  await sql().begin(async (tx) => {
    await tx`set local statement_timeout = 0`;
    await tx`
    insert into events
      (id, slug, title, category, status, starts_at, ends_at, timezone, organizer_id, search_text, published_at)
    select gen_random_uuid(), 'event-' || n, 'Event ' || n, (array['talk', 'workshop', 'social', 'training'])[1 + n % 4],
           (case n % 100 when 0 then 'draft' when 1 then 'cancelled' else
             case when n < 97000 then 'completed' else 'published' end end)::event_status,
           now() + (n - 97000) * interval '30 minutes', now() + (n - 96996) * interval '30 minutes', 'UTC',
           case when n % 500 = 0 then ${organizer.userId}::uuid
             else (${`{${others.map(({ userId }) => userId).join()}}`}::uuid[])[1 + n % 20] end,
           'event number ' || n, now()
    from generate_series(1, 100000) n`;
  });
  await sql()`analyze`;
}, 120_000);

test.each([
  {},
  { when: "upcoming" },
  { when: "past" },
  { status: "published" },
  { status: "completed" },
  { status: "cancelled" },
  { category: "social" },
  { category: "social", when: "upcoming" },
  { category: "social", when: "past" },
  { q: "number 77777" },
  { q: "event", when: "upcoming" },
  { from: new Date().toISOString() },
  { to: new Date().toISOString() },
])("anybody's list by %o looks at few rows", async (query) => {
  const input = listEventsInput.parse(query);
  expect(await mostRowsLookedAt(() => listEvents(anonymous, input))).toBeLessThan(5000);
  const { nextCursor } = await listEvents(anonymous, input);
  if (nextCursor === null) return;
  const next = listEventsInput.parse({ ...query, cursor: nextCursor });
  expect(await mostRowsLookedAt(() => listEvents(anonymous, next))).toBeLessThan(5000);
});

test.each([{}, { status: "draft" }, { status: "cancelled" }])("an organizer's list by %o too", async (query) => {
  const input = listEventsInput.parse(query);
  expect(await mostRowsLookedAt(() => listEvents(organizer, input))).toBeLessThan(5000);
});

test("the list of one organizer's events too", async () => {
  const input = listEventsInput.parse({ organizerId: organizer.userId });
  expect(await mostRowsLookedAt(() => listEvents(anonymous, input))).toBeLessThan(5000);
});

test.each(managedViews)("an organizer's own %s events too", async (view) => {
  const input = listManagedEventsInput.parse({ view });
  expect(await mostRowsLookedAt(() => listManagedEvents(requirePerson(organizer), input))).toBeLessThan(5000);
});
