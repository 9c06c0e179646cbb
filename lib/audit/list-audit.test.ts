import { beforeAll, expect, test } from "vitest";
import { sql } from "@/db/client";
import { inTransaction } from "@/db/transaction";
import type { Actor } from "@/lib/access/actor";
import { recordAudit } from "@/lib/platform/audit";
import { mostRowsLookedAt } from "@/lib/testing/explain-queries";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { stageAttendee } from "@/lib/testing/stage-attendee";
import { listAuditInput } from "./input";
import { listAudit, requireAuditReader } from "./list-audit";

let admin: Awaited<ReturnType<typeof makePerson>>;
let organizer: Awaited<ReturnType<typeof makePerson>>;

beforeAll(async () => {
  admin = await makePerson({ role: "admin" });
  organizer = await makePerson({ role: "organizer" });
});

async function list(actor: Actor, asked: Record<string, unknown>) {
  const input = listAuditInput.parse(asked);
  return listAudit(await requireAuditReader(actor, input), input);
}

test("it is narrowed by person, action and time, in pages without gap or repeat", async () => {
  const event = await makePublishedEvent(organizer);
  const { scope } = await stageAttendee(event.id);
  const record = (action: string, subjectId: string) =>
    inTransaction(undefined, (tx) => recordAudit(tx, { action, actorId: admin.userId, eventId: event.id, subjectId }));
  for (let n = 0; n < 5; n++) await record("registration.changed", scope.registrationId);
  await record("person.disabled", scope.userId);
  const about = await list(admin, { personId: scope.userId, limit: 100 });
  expect(about.items.map(({ action }) => action)).toEqual([
    "person.disabled",
    ...Array.from({ length: 5 }, () => "registration.changed"),
  ]);
  const seen: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: Awaited<ReturnType<typeof list>> = await list(organizer, {
      eventId: event.id,
      action: "registration.",
      limit: 2,
      ...(cursor && { cursor }),
    });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(new Set(seen).size).toBe(5);
  expect(seen).toHaveLength(5);
  const to = about.items[2]?.at.toISOString();
  expect((await list(admin, { personId: scope.userId, to })).items).toHaveLength(3);
  expect(listAuditInput.safeParse({ action: "nonsense" }).success).toBe(false);
});

test("a page of 100,000 entries is read along an index, whatever it is narrowed by", async () => {
  const event = await makePublishedEvent(organizer);
  const { scope: attendee } = await stageAttendee(event.id);
  await sql().begin(async (tx) => {
    await tx`set local statement_timeout = 0`;
    await tx`
      insert into audit_log (id, at, actor_id, action, event_id, subject_id)
      select gen_random_uuid(), now() - n * interval '1 minute', case when n % 2 = 0 then ${admin.userId}::uuid end,
        case when n % 3 = 0 then 'registration.changed' else 'event.updated' end,
        case when n % 5 = 0 then ${event.id}::uuid end, case when n % 7 = 0 then ${attendee.userId}::uuid end
      from generate_series(1, 100000) n`;
  });
  await sql()`analyze audit_log`;
  const scope = await requireAuditReader(admin, {});
  const old = new Date(Date.now() - 30 * 24 * 3_600_000).toISOString();
  for (const query of [
    {},
    { eventId: event.id },
    { action: "registration.changed" },
    { to: old },
    { personId: admin.userId },
    { personId: attendee.userId },
    { eventId: event.id, to: old },
  ])
    expect(
      await mostRowsLookedAt(() => listAudit(scope, listAuditInput.parse(query))),
      JSON.stringify(query),
    ).toBeLessThan(300);
}, 120_000);
