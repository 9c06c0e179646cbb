import { beforeAll, describe, expect, test } from "vitest";
import { sql } from "@/db/client";
import { now } from "@/lib/platform/clock";
import { mostRowsLookedAtByAny } from "@/lib/testing/explain-queries";
import { stageCrowd } from "@/lib/testing/stage-crowd";
import { stageTickets } from "@/lib/testing/stage-door";
import { timedTasks } from "./timed-tasks";

const people = 60_000;
const inHours = (hours: number) => new Date(now().getTime() + hours * 3_600_000);
const run = (name: string) => timedTasks.get(name)?.() ?? Promise.reject(new Error(name));
let comingUp: string;
let isOver: string;

// Two large events, one about to start and one just over, and 500 of the last year, all with
// everything written; each person was sent something before. When the database last counted, there
// was none of it.
beforeAll(async () => {
  await sql()`analyze`;
  comingUp = await stageCrowd({ people, startsAt: inHours(12), endsAt: inHours(14) });
  isOver = await stageCrowd({ people, startsAt: inHours(-6), endsAt: inHours(-3), areCheckedIn: true });
  await sql()`
    insert into events (id, slug, title, status, starts_at, ends_at, timezone, organizer_id)
    select gen_random_uuid(), 'past-' || n, 'Past', 'completed', now() - n * interval '17 hours', now() - n * interval '16 hours',
           'UTC', organizer_id
    from events cross join generate_series(10, 510) n where id = ${isOver}`;
  await sql()`
    insert into outbox (id, kind, dedupe_key, event_id, registration_id, user_id, status, run_at)
    select gen_random_uuid(), 'registration_confirmed', 'confirmed:' || id, event_id, id, user_id, 'sent', now()
    from registrations`;
  expect(await run("reminders")).toBe(people);
  expect(await run("surveys")).toBe(people);
  for (const name of ["complete-events", "announcements", "archive", "unconfirmed-seats", "reminders", "surveys"])
    await run(name);
}, 240_000);

describe.each([...timedTasks.keys()])("%s, when nothing is due", (name) => {
  test("look at a few rows, whatever was last counted", async () => {
    expect(await mostRowsLookedAtByAny(() => run(name))).toBeLessThan(20);
  });

  test("look at a few rows once everything is counted", async () => {
    await sql()`analyze`;
    expect(await mostRowsLookedAtByAny(() => run(name))).toBeLessThan(20);
  });
});

test("whoever gets a seat later, or is checked in later, costs as much as there are of them", async () => {
  await stageTickets(comingUp, 3, { registeredAt: inHours(-13), updatedAt: now() });
  await stageTickets(isOver, 4, { registeredAt: inHours(-13), checkedInAt: now(), updatedAt: now() });
  for (const [name, count] of [
    ["reminders", 3],
    ["surveys", 4],
  ] as const) {
    const counts: number[] = [];
    expect(await mostRowsLookedAtByAny(async () => counts.push(await run(name)))).toBeLessThan(50);
    expect(counts).toEqual([count]);
  }
});
