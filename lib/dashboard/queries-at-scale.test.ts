import { beforeAll, expect, test } from "vitest";
import { sql } from "@/db/client";
import type { Person } from "@/lib/access/actor";
import { requireOrganizer, requirePerson } from "@/lib/access/scopes";
import { invalidateTags } from "@/lib/platform/cache";
import { mostRowsLookedAt } from "@/lib/testing/explain-queries";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { listDashboardsInput } from "./input";
import { listDashboards } from "./list-dashboards";
import { getDashboard } from "./queries";

// One event with 100,000 registrations of three hours and as many as ten departments, which came
// within one, and half of whom answered; 2,000 more events of somebody else in the last three
// years, of five people each.
let eventId = "";
let organizer: Person;
let admin: Person;

beforeAll(async () => {
  organizer = await makePerson({ role: "organizer" });
  admin = await makePerson({ role: "admin" });
  const other = await makePerson({ role: "organizer" });
  eventId = (await makePublishedEvent(organizer, { startsInHours: 1 })).id;
  await sql().begin(async (tx) => {
    await tx`set local statement_timeout = 0`;
    // Without a look at the foreign keys of each row; the counters are made afterwards.
    await tx`set local session_replication_role = replica`;
    await tx`
      insert into users (id, email, name)
      select uuidv7(), 'crowd' || n || '@example.org', 'Crowd ' || n from generate_series(1, 100000) n`;
    await tx`
      insert into events (id, slug, title, status, starts_at, ends_at, timezone, organizer_id)
      select uuidv7(), 'other-' || n, 'Other', 'completed', now() - n * interval '13 hours', now() - n * interval '13 hours' + interval '1 hour',
        'UTC', ${other.userId}
      from generate_series(1, 2000) n`;
    await tx`
      insert into registrations (event_id, id, user_id, name, department, status, ticket_id, reference, search_text, registered_at, checked_in_at)
      select e.id, uuidv7(), u.id, u.name, 'Department ' || u.n % 10, 'confirmed', uuidv7(), upper(substr(md5(u.n::text), 1, 8)),
        lower(u.name), now() - u.n * interval '0.1 second', case when u.n % 2 = 0 then now() - u.n * interval '0.03 second' end
      from (
        select ${eventId}::uuid as id, 100000 as people union all select id, 5 from events where slug like 'other-%'
      ) e
      cross join lateral generate_series(1, e.people) n
      join (select *, substr(name, 7)::int as n from users where name like 'Crowd %') u using (n)`;
    await tx`
      insert into survey_responses (event_id, id, user_id, rating, nps, created_at)
      select event_id, uuidv7(), user_id, 4, 9, now() from registrations where checked_in_at is not null`;
  });
  await sql()`select recount_events(array_agg(id)) from events`;
  await sql()`analyze`;
}, 180_000);

const listFor = (person: Person, given: object = {}) =>
  listDashboards(requirePerson(person), listDashboardsInput.parse(given));

test("the dashboard of 100,000 looks at no person and no response, only at their counters", async () => {
  const scope = await requireOrganizer(organizer, eventId);
  await invalidateTags([`event:${eventId}`]);
  expect(await mostRowsLookedAt(() => getDashboard(scope))).toBeLessThan(100);
  const dashboard = await getDashboard(scope);
  expect(dashboard).toMatchObject({ checkedIn: 50_000, survey: { responses: 50_000, averageRating: 4, nps: 100 } });
  expect(dashboard.byDepartment).toHaveLength(10);
  expect(dashboard.byDay.reduce((sum, { registered }) => sum + registered, 0)).toBe(100_000);
  expect(dashboard.arrivals.reduce((sum, { checkedIn }) => sum + checkedIn, 0)).toBe(50_000);
});

test("an organizer's totals and pages look at the events of nobody else", async () => {
  const from = "2000-01-01T00:00:00Z";
  for (const given of [{}, { from }, { department: "Department 4", from }])
    expect(await mostRowsLookedAt(() => listFor(organizer, given))).toBeLessThan(30);
  const { totals, byDepartment, noShowRate } = await listFor(organizer);
  expect(totals).toMatchObject({ events: 1, checkedIn: 50_000, responses: 50_000 });
  expect(byDepartment).toHaveLength(10);
  expect(noShowRate).toBeNull();
});

test("an administrator's totals grow with the events of the period, never with who registered", async () => {
  // As large as the counters that are read for all.
  expect(await mostRowsLookedAt(() => listFor(admin, { from: "2000-01-01T00:00:00Z" }))).toBeLessThan(15_000);
  const from = new Date(Date.now() - 30 * 24 * 3_600_000).toISOString();
  const to = new Date(Date.now() - 20 * 24 * 3_600_000).toISOString();
  const { totals } = await listFor(admin, { from, to });
  expect(totals.events).toBeLessThan(20);
  expect(await mostRowsLookedAt(() => listFor(admin, { from, to }))).toBeLessThan(500);
});
