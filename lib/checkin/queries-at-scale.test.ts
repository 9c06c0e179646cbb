import { beforeAll, expect, it } from "vitest";
import { sql } from "@/db/client";
import type { DoorScope } from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { mostRowsLookedAt } from "@/lib/testing/explain-queries";
import { type StagedTicket, stageDoor, stageTickets } from "@/lib/testing/stage-door";
import { checkIn } from "./check-in";
import { listRoster } from "./queries";
import { listScanLog } from "./scan-log";

let scope: DoorScope;
let tickets: StagedTicket[];

// One event with 20,000 people, each scanned once within the hour, and 500 more who were just registered. When the database last counted,
// nobody had come to it: so it stands when a door opens, and the planner takes the event for an empty one.
beforeAll(async () => {
  await stageCrowd(20_000, (await stageDoor()).eventId);
  for (let nth = 0; nth < 10; nth++) await stageCrowd(5, (await stageDoor()).eventId);
  await sql()`analyze`;
  const door = await stageDoor();
  scope = door.scope;
  await stageCrowd(20_000, door.eventId);
  tickets = await stageTickets(door.eventId, 500);
}, 180_000);

async function stageCrowd(people: number, eventId: string): Promise<void> {
  await sql().begin(async (tx) => {
    await tx`set local statement_timeout = 0`;
    await tx`
      with crowd as (
        insert into users (id, email, name)
        select gen_random_uuid(), n || '@' || ${eventId} || '.test', 'Guest ' || n from generate_series(1, ${people}::int) n
        returning id, name, email)
      insert into registrations
        (event_id, id, user_id, name, status, ticket_id, reference, search_text, registered_at, checked_in_at, updated_at)
      select ${eventId}, gen_random_uuid(), id, name, 'confirmed', gen_random_uuid(),
             upper(substr(md5(email), 1, 8)), lower(name), now(), now(), now() - (1 + random()) * interval '1 hour'
      from crowd`;
    await tx`
      insert into check_ins (event_id, scan_id, registration_id, verdict, is_standing, scanned_at, received_at)
      select event_id, gen_random_uuid(), id, 'admitted', true, now() - random() * interval '1 hour', now()
      from registrations where event_id = ${eventId}`;
  });
}

function scansOf(some: StagedTicket[]) {
  return some.map(({ code }) => ({ scanId: newId(), ticket: code, scannedAt: now(), offline: false }));
}

it("looks at a page of the log, and at the next", async () => {
  expect(await mostRowsLookedAt(() => listScanLog(scope, { limit: 50 }))).toBeLessThan(200);
  const { nextCursor } = await listScanLog(scope, { limit: 50 });
  const next = { limit: 50, cursor: nextCursor ?? "" };
  expect(await mostRowsLookedAt(() => listScanLog(scope, next))).toBeLessThan(200);
});

it("looks only at the tickets that are scanned", async () => {
  const single = scansOf(tickets.slice(0, 1));
  expect(await mostRowsLookedAt(() => checkIn(scope, { scans: single }))).toBeLessThan(20);
  const batch = scansOf(tickets.slice(1));
  expect(await mostRowsLookedAt(() => checkIn(scope, { scans: batch }))).toBeLessThan(2_000);
});

it("tells exactly those who changed since", async () => {
  const since = new Date(now().getTime() - 60_000);
  const { items } = await listRoster(scope, { since, limit: 1000 });
  expect(items).toHaveLength(500);
});

it("looks at a page of the roster, and at the next", async () => {
  expect(await mostRowsLookedAt(() => listRoster(scope, { limit: 500 }))).toBeLessThan(3_000);
  const { nextCursor } = await listRoster(scope, { limit: 500 });
  expect(await mostRowsLookedAt(() => listRoster(scope, { limit: 500, cursor: nextCursor ?? "" }))).toBeLessThan(3_000);
});
