import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { db, sql } from "@/db/client";
import { registrations } from "@/db/schema/registrations";
import { users } from "@/db/schema/users";
import { requireOrganizer } from "@/lib/access/scopes";
import { getDashboard } from "@/lib/dashboard/queries";
import { setClock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { counterFaultsOf } from "@/lib/testing/counter-faults";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { stageAttendee } from "@/lib/testing/stage-attendee";
import { eraseGuest } from "./erase-guest";
import { keepAsLongAsSaid } from "./keep-as-long-as-said";
import { removeNames } from "./remove-names";

const dayMs = 24 * 60 * 60 * 1000;

beforeEach(() => sql()`update organisation set registration_months = null, audit_months = null`);
afterEach(() => setClock(null));

async function stageEvent() {
  const organizer = await makePerson({ role: "organizer" });
  const event = await makePublishedEvent(organizer);
  const marker = newId().slice(-12);
  const [row] = await sql()`
    insert into users (id, email, name) values (${newId()}, ${`${marker}@example.org`}, ${`Guest ${marker}`}) returning id`;
  const guest = await stageAttendee(event.id, {
    userId: row?.id,
    name: `Guest ${marker}`,
    department: "Sales",
    answers: { why: marker },
    doorNote: marker,
    searchText: marker,
  });
  const scope = await requireOrganizer(organizer, event.id);
  return { event, scope, marker, guest, userId: row?.id as string };
}

const rowsOf = (eventId: string) => db().select().from(registrations).where(eq(registrations.eventId, eventId));

test("so many months after an event its registrations lose their names, and the numbers stay", async () => {
  const { event, scope, marker, userId } = await stageEvent();
  const other = await stageEvent();
  await stageAttendee(event.id, { department: "Research" });
  const before = await getDashboard(scope);
  setClock(new Date(event.endsAt.getTime() + 89 * dayMs));
  await sql()`update organisation set registration_months = 3`;
  await removeNames();
  expect(JSON.stringify(await rowsOf(event.id))).toContain(marker);
  await sql()`update events set ends_at = ends_at + interval '60 days' where id = ${other.event.id}`;
  setClock(new Date(event.endsAt.getTime() + 100 * dayMs));
  await removeNames();
  const rows = await rowsOf(event.id);
  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toContain(marker);
  for (const row of rows) expect(row).toMatchObject({ userId: null, answers: {}, status: "confirmed" });
  expect(new Set(rows.map(({ department }) => department))).toEqual(new Set(["Sales", "Research"]));
  expect(await db().$count(users, eq(users.id, userId))).toBe(0);
  expect(await counterFaultsOf(event.id)).toEqual([]);
  const { asOf: _, byDay: __, ...numbers } = await getDashboard(scope);
  expect(before).toMatchObject(numbers);
  expect(JSON.stringify(await rowsOf(other.event.id))).toContain(other.marker);
  expect(await removeNames()).toBe(0);
});

test("without a setting names are kept", async () => {
  const { event, marker } = await stageEvent();
  setClock(new Date(event.endsAt.getTime() + 4000 * dayMs));
  expect(await removeNames()).toBe(0);
  expect(JSON.stringify(await rowsOf(event.id))).toContain(marker);
});

test("a guest who has an account keeps it, and one who is known from elsewhere too stays there", async () => {
  const { event, userId } = await stageEvent();
  const account = await makePerson();
  await stageAttendee(event.id, { userId: account.userId });
  const next = await makePublishedEvent(await makePerson({ role: "organizer" }), { startsInHours: 24 * 400 });
  await stageAttendee(next.id, { userId, checkedInAt: null });
  setClock(new Date(event.endsAt.getTime() + 100 * dayMs));
  await sql()`update organisation set registration_months = 3`;
  await removeNames();
  expect(await db().$count(users, eq(users.id, account.userId))).toBe(1);
  expect(await db().$count(users, eq(users.id, userId))).toBe(1);
});

test("a signal ends it after a batch, and the next call goes on", async () => {
  const { event, marker } = await stageEvent();
  setClock(new Date(event.endsAt.getTime() + 100 * dayMs));
  await sql()`update organisation set registration_months = 3`;
  expect(await removeNames(AbortSignal.abort())).toBe(0);
  expect(JSON.stringify(await rowsOf(event.id))).toContain(marker);
  await keepAsLongAsSaid();
  expect(JSON.stringify(await rowsOf(event.id))).not.toContain(marker);
});

test("the audit log is kept as long as the organisation says", async () => {
  const { event } = await stageEvent();
  const count = async () => (await sql()`select from audit_log where event_id = ${event.id}`).length;
  expect(await count()).toBeGreaterThan(0);
  setClock(new Date(Date.now() + 70 * dayMs));
  await keepAsLongAsSaid();
  expect(await count()).toBeGreaterThan(0);
  await sql()`update organisation set audit_months = 2`;
  await keepAsLongAsSaid();
  expect(await count()).toBe(0);
});

test("an organizer erases a guest: nothing of the event names them, and a guest known from it alone is forgotten", async () => {
  const { event, scope, marker, guest, userId } = await stageEvent();
  const { registrationId } = guest.scope;
  await sql()`
    insert into check_ins (event_id, scan_id, registration_id, verdict, scanned_at, received_at, override_reason)
    values (${event.id}, ${newId()}, ${registrationId}, 'admitted', now(), now(), ${marker})`;
  await eraseGuest(scope, { registrationId });
  for (const table of ["registrations", "check_ins", "users", "outbox", "walk_ins", "audit_log"]) {
    const rows = await sql()`select t::text as row from ${sql()(table)} t`;
    expect(rows.map(({ row }) => row).join("\n"), table).not.toContain(marker);
  }
  expect(await db().$count(users, eq(users.id, userId))).toBe(0);
  expect(await counterFaultsOf(event.id)).toEqual([]);
  await eraseGuest(scope, { registrationId });
});
