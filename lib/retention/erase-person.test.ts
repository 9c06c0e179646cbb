import { eq, sql as query } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { db, sql } from "@/db/client";
import { events } from "@/db/schema/events";
import { registrations } from "@/db/schema/registrations";
import { users } from "@/db/schema/users";
import { inTransaction } from "@/db/transaction";
import { requireAdmin, requireOrganizer, requirePerson } from "@/lib/access/scopes";
import { startSession } from "@/lib/access/sessions";
import { recordAudit } from "@/lib/platform/audit";
import { setClock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { registerInput } from "@/lib/registrations/input";
import { register } from "@/lib/registrations/register";
import { submitResponseInput } from "@/lib/surveys/input";
import { submitResponse } from "@/lib/surveys/submit-response";
import { counterFaultsOf } from "@/lib/testing/counter-faults";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { stageAttendee } from "@/lib/testing/stage-attendee";
import { erasePerson, eraseSelf } from "./begin-erasure";
import { exportPerson } from "./export-person";

afterEach(() => setClock(null));

/**
 * Where in the whole database a word still stands: every text, JSON and array column of every
 * table.
 */
async function whereStill(word: string): Promise<string[]> {
  const columns = await sql()`
    select table_name, column_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and data_type in ('text', 'jsonb', 'json', 'ARRAY', 'character varying')`;
  const found: string[] = [];
  for (const { table_name: table, column_name: column } of columns) {
    const [row] = await sql()`
      select count(*)::int as n from ${sql()(table)} where position(${word.toLowerCase()} in lower(${sql()(column)}::text)) > 0`;
    if (row?.n > 0) found.push(`${table}.${column}`);
  }
  return found;
}

async function stagePerson() {
  const [admin, organizer] = [await makePerson({ role: "admin" }), await makePerson({ role: "organizer" })];
  const marker = newId().slice(-12);
  const name = `Zoë ${marker}`;
  const person = await makePerson({ name });
  const past = await makePublishedEvent(organizer, { startsInHours: 1 });
  const full = await makePublishedEvent(organizer, {
    startsInHours: 500,
    capacity: 1,
    questions: [{ id: "why", label: "Why?", kind: "text" }],
  });
  return { admin, organizer, marker, name, person, past, full };
}

test("an erased person is named nowhere in the database, and what others count stays", async () => {
  const { admin, organizer, marker, name, person, past, full } = await stagePerson();
  const mine = await stageAttendee(past.id, {
    userId: person.userId,
    name,
    department: "Sales",
    doorNote: `${name} is early`,
  });
  await register(
    person,
    registerInput.parse({ eventId: full.id, department: "Sales", answers: { why: `I am ${name}` } }),
  );
  const next = await register(await makePerson(), registerInput.parse({ eventId: full.id }));
  if (next.outcome !== "registered") throw new Error(next.outcome);
  expect(next.registration.status).toBe("waitlisted");
  const { registrationId } = mine.scope;
  await sql()`
    insert into walk_ins (event_id, id, scan_id, name, email, came_at, received_at, registration_id)
    values (${past.id}, ${newId()}, ${newId()}, ${name}, ${person.email}, now(), now(), ${registrationId})`;
  await sql()`
    insert into registrations (event_id, id, party_of, name, status, ticket_id, reference, search_text, registered_at)
    values (${past.id}, ${newId()}, ${registrationId}, ${`Guest of ${marker}`}, 'confirmed', ${newId()}, 'ABCD', ${marker}, now())`;
  await sql()`
    insert into check_ins (event_id, scan_id, registration_id, verdict, scanned_at, received_at, override_reason)
    values (${past.id}, ${newId()}, ${registrationId}, 'admitted', now(), now(), ${`${name} had no ticket`})`;
  await sql()`insert into sign_in_codes (id, email, expires_at) values (${newId()}, ${person.email}, now())`;
  await sql()`insert into undeliverable_addresses (email, fault, at) values (${person.email}, 'bounced', now())`;
  await sql()`insert into provider_identities values ('https://issuer.test', ${marker}, ${person.userId}, now(), now())`;
  await sql()`update outbox set last_error = ${`550 ${person.email}`} where user_id = ${person.userId}`;
  await sql()`update users set department = 'Sales', search_text = ${`${name} ${person.email}`} where id = ${person.userId}`;
  await sql()`
    insert into idempotency_keys (caller, route, key, body_hash, status, response)
    values (${`user:${person.userId}`}, 'r', ${newId()}, 'h', 201, ${JSON.stringify({ name })}::text::jsonb)`;
  await inTransaction(undefined, (tx) =>
    recordAudit(tx, {
      actorId: organizer.userId,
      action: "registration.changed",
      eventId: past.id,
      subjectId: registrationId,
      detail: { from: name, reason: "said so", network: "203.0.113.9", seats: 2 },
    }),
  );
  setClock(new Date(past.endsAt.getTime() + 60_000));
  await submitResponse(
    mine.scope,
    submitResponseInput.parse({ eventId: past.id, rating: 4, comment: `${name} liked it` }),
  );
  const [before] = await db().select().from(events).where(eq(events.id, past.id));
  const exported = JSON.stringify(await exportPerson(requireAdmin(admin), { userId: person.userId }));
  for (const told of [
    person.email,
    "I am ",
    "is early",
    "had no ticket",
    "liked it",
    `Guest of ${marker}`,
    "https://issuer.test",
  ])
    expect(exported).toContain(told);
  expect(await whereStill(marker)).not.toEqual([]);

  await erasePerson(requireAdmin(admin), { userId: person.userId });

  expect(await whereStill(marker)).toEqual([]);
  expect(await whereStill(person.email)).toEqual([]);
  const [row] = await db().select().from(users).where(eq(users.id, person.userId));
  expect(row).toMatchObject({ email: `erased-${person.userId}@erased.invalid`, passwordHash: null, erasingAt: null });
  expect(row?.erasedAt).toBeInstanceOf(Date);
  const [after] = await db().select().from(events).where(eq(events.id, past.id));
  expect(after?.seatsTaken).toBe(before?.seatsTaken);
  const [kept] = await db().select().from(registrations).where(eq(registrations.id, registrationId));
  expect(kept).toMatchObject({ status: "confirmed", department: null, answers: {}, doorNote: null });
  expect(kept?.checkedInAt).not.toBeNull();
  const [promoted] = await db().select().from(registrations).where(eq(registrations.id, next.registration.id));
  expect(promoted?.status).toBe("confirmed");
  for (const { id } of [past, full]) expect(await counterFaultsOf(id)).toEqual([]);
  const [entry] =
    await sql()`select detail from audit_log where action = 'registration.changed' and event_id = ${past.id}`;
  expect(entry?.detail).toEqual({ from: "[erased]", seats: 2 });
  const waiting = await sql()`select from outbox where user_id = ${person.userId} and status = 'pending'`;
  expect(waiting).toHaveLength(0);
  await erasePerson(requireAdmin(admin), { userId: person.userId });
});

test("one erases oneself only with a fresh proof, and not while one owns events", async () => {
  const { organizer, person } = await stagePerson();
  const own = async (userId: string, provedAt: Date | null) => {
    const session = await startSession(userId, { method: "code" });
    await sql()`update sessions set proved_at = ${provedAt?.toISOString() ?? null} where id = ${session.person.sessionId}`;
    return requirePerson(session.person);
  };
  const long = new Date(Date.now() - 11 * 60_000);
  for (const provedAt of [null, long])
    await expect(eraseSelf(await own(person.userId, provedAt))).rejects.toMatchObject({ code: "forbidden" });
  await expect(eraseSelf(await own(organizer.userId, new Date()))).rejects.toMatchObject({ code: "conflict" });
  await eraseSelf(await own(person.userId, new Date()));
  const [row] = await db().select().from(users).where(eq(users.id, person.userId));
  expect(row?.erasedAt).toBeInstanceOf(Date);
});

test("the last administrator can't be erased, and a person's events go to whoever erases them", async () => {
  await db().execute(query`update users set role = 'attendee' where role = 'admin'`);
  const { admin, organizer, past } = await stagePerson();
  await expect(erasePerson(requireAdmin(admin), { userId: admin.userId })).rejects.toMatchObject({
    code: "last_admin",
  });
  await erasePerson(requireAdmin(admin), { userId: organizer.userId });
  const [event] = await db().select().from(events).where(eq(events.id, past.id));
  expect(event?.organizerId).toBe(admin.userId);
  await requireOrganizer(admin, past.id);
});

test("entries of the audit log can neither be changed nor deleted", async () => {
  await expect(sql()`update audit_log set detail = '{}'`).rejects.toThrow(/neither changed nor deleted/);
  await expect(sql()`delete from audit_log`).rejects.toThrow(/neither changed nor deleted/);
  await expect(sql()`truncate audit_log`).rejects.toThrow(/neither changed nor deleted/);
});
