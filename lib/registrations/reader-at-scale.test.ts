import { beforeAll, expect, test } from "vitest";
import { sql } from "@/db/client";
import { findAccount } from "@/lib/access/find-account";
import { mostRowsLookedAt } from "@/lib/testing/explain-queries";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { registerActor } from "@/lib/testing/registrations";
import { findReaderRow } from "./find-reader-rows";

const howMany = 100_000;
const event = await makePublishedEvent(await makePerson({ role: "organizer" }));
const people = await Promise.all(Array.from({ length: 20 }, () => makePerson()));

beforeAll(async () => {
  for (const person of people) await registerActor(person, event.id);
  await sql().begin(async (tx) => {
    await tx`set local statement_timeout = 0`;
    await tx`
      with people as (
        insert into users (id, email, name) select gen_random_uuid(), n || '@reader.test', 'Guest ' || n
        from generate_series(1, ${howMany}::int) n returning id, name
      )
      insert into registrations (event_id, id, user_id, name, status, ticket_id, reference, search_text, registered_at)
      select ${event.id}, gen_random_uuid(), id, name, 'confirmed', gen_random_uuid(), left(id::text, 8), '', now()
      from people`;
  });
}, 120_000);

// The statistics as a rush leaves them behind, then as they are.
test.each([false, true])(
  "a crowd of readers looks at a few rows each of a large event (counted anew: %s)",
  async (isCounted) => {
    if (isCounted) await sql()`analyze registrations, users`;
    const [first] = await sql()`select id from registrations where event_id = ${event.id} limit 1`;
    const readCrowd = () =>
      Promise.all([
        ...people.map(({ userId }) => findReaderRow({ eventId: event.id, userId, registrationIds: [] })),
        findReaderRow({ eventId: event.id, userId: null, registrationIds: [first?.id] }),
        ...people.map(findAccount),
      ]);
    expect(await mostRowsLookedAt(readCrowd)).toBeLessThan(200);
    const [mine, ...others] = await readCrowd();
    expect(mine).toMatchObject({ registrations: [{ status: "confirmed" }] });
    expect(others[19]).toMatchObject({ registrations: [{ id: first?.id }] });
  },
);
