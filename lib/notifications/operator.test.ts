import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db, sql } from "@/db/client";
import { auditLog } from "@/db/schema/audit-log";
import { outbox } from "@/db/schema/outbox";
import { type AdminScope, requireAdmin, requireOrganizer } from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { storeRest, storeSendRate } from "@/lib/platform/mail-service";
import type { MessageKind } from "@/lib/platform/outbox";
import { mostRowsLookedAt } from "@/lib/testing/explain-queries";
import { makePublishedEvent } from "@/lib/testing/make-event";
import { makePerson } from "@/lib/testing/make-person";
import { stageReader } from "@/lib/testing/stage-messages";
import { listDeadMessagesInput } from "./input";
import { listDeadMessages } from "./list-dead-messages";
import { listGuestMessages } from "./list-guest-messages";
import { getOutboxState } from "./outbox-state";
import { resendDead } from "./resend-dead";

const organizer = await makePerson({ role: "organizer" });
const minutesAgo = (minutes: number) => new Date(now().getTime() - minutes * 60_000);
const pageInput = (given = {}) => listDeadMessagesInput.parse(given);
let scope: AdminScope;

beforeAll(async () => {
  scope = requireAdmin(await makePerson({ role: "admin" }));
});
beforeEach(async () => {
  await db().delete(outbox);
});

/** A message as it stands after what befell it. */
async function store(kind: MessageKind, given: Partial<typeof outbox.$inferInsert> = {}): Promise<string> {
  const id = newId();
  const createdAt = given.createdAt ?? now();
  await db()
    .insert(outbox)
    .values({ id, kind, dedupeKey: id, runAt: createdAt, createdAt, ...given });
  return id;
}

async function find(id: string) {
  const [row] = await db().select().from(outbox).where(eq(outbox.id, id));
  return row;
}

async function stageGuest() {
  const { id } = await makePublishedEvent(organizer);
  const { about } = await stageReader(id);
  return { about, scope: await requireOrganizer(organizer, id) };
}

describe("who may look", () => {
  it("is an administrator; for everybody else there is nothing", async () => {
    for (const role of ["organizer", "attendee"] as const) {
      const stranger = await makePerson({ role });
      expect(() => requireAdmin(stranger)).toThrow(expect.objectContaining({ code: "not_found" }));
    }
  });
});

describe("the state", () => {
  it("counts what waits by kind, with the age of the oldest that is due", async () => {
    const oldest = minutesAgo(20);
    await store("event_reminder", { createdAt: oldest });
    await store("event_reminder", { createdAt: minutesAgo(5) });
    await store("event_reminder", { createdAt: minutesAgo(60), runAt: minutesAgo(-10), attempts: 3 });
    await store("survey_invitation", { runAt: minutesAgo(-10) });
    await store("registration_confirmed", { status: "sent", sentAt: now() });
    await store("registration_confirmed", { status: "dead" });
    const { queue, dead } = await getOutboxState(scope);
    expect(queue).toEqual([
      { kind: "event_reminder", waiting: 3, due: 2, oldestDueAt: oldest },
      { kind: "survey_invitation", waiting: 1, due: 0, oldestDueAt: null },
    ]);
    expect(dead).toBe(1);
  });

  it("tells the service's rate, and of a rest only while it lasts", async () => {
    await storeSendRate(14);
    await storeRest(60_000, "Service unavailable");
    const { service } = await getOutboxState(scope);
    expect(service).toMatchObject({ ratePerSecond: 14, restReason: "Service unavailable" });
    expect(service.restsUntil).toBeInstanceOf(Date);
    await sql()`update mail_service set rests_until = now() - interval '1 second'`;
    const later = await getOutboxState(scope);
    expect(later.service).toEqual({ ratePerSecond: 14, restsUntil: null, restReason: null });
  });
});

it("pages through the failures, newest first", async () => {
  const at = minutesAgo(1);
  const ids = [await store("event_reminder", { status: "dead", createdAt: minutesAgo(9), lastError: "no such box" })];
  for (let nth = 0; nth < 4; nth++) ids.push(await store("sign_in_code", { status: "dead", createdAt: at }));
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listDeadMessages(scope, pageInput({ limit: 2, cursor }));
    found.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
    if (!cursor) expect(page.items.at(-1)).toMatchObject({ kind: "event_reminder", reason: "no such box" });
  } while (cursor);
  expect(found).toEqual([...ids.slice(1).toSorted().toReversed(), ids[0]]);
});

describe("resending", () => {
  it("lets one be sent as if never tried, once, and records who did it", async () => {
    const id = await store("event_reminder", {
      status: "dead",
      attempts: 12,
      lastError: "gone",
      createdAt: minutesAgo(9),
    });
    const other = await store("event_reminder", { status: "dead" });
    expect(await resendDead(scope, { id })).toEqual({ resent: 1, overtaken: 0 });
    const row = await find(id);
    expect(row).toMatchObject({ status: "pending", attempts: 0, lastError: null, leasedUntil: null });
    expect(row?.runAt.getTime()).toBeGreaterThan(minutesAgo(1).getTime());
    expect((await find(other))?.status).toBe("dead");
    expect(await resendDead(scope, { id })).toEqual({ resent: 0, overtaken: 0 });
    const entries = await db().select().from(auditLog).where(eq(auditLog.subjectId, id));
    expect(entries).toMatchObject([{ action: "messages.resent", actorId: scope.userId, detail: { resent: 1 } }]);
  });

  it("lets all be sent, but nothing that a later message has overtaken", async () => {
    const { about } = await stageGuest();
    const stale = await store("registration_confirmed", { ...about, status: "dead", createdAt: minutesAgo(9) });
    const reminder = await store("event_reminder", { ...about, status: "dead", createdAt: minutesAgo(8) });
    await store("registration_cancelled", { ...about, status: "sent", sentAt: now(), createdAt: minutesAgo(7) });
    const last = await store("registration_confirmed", { ...about, status: "dead", createdAt: minutesAgo(6) });
    expect(await resendDead(scope, {})).toEqual({ resent: 2, overtaken: 1 });
    expect(await find(stale)).toMatchObject({ status: "skipped", lastError: "overtaken by a later message" });
    expect((await find(reminder))?.status).toBe("pending");
    expect((await find(last))?.status).toBe("pending");
  });

  it("counts one as overtaken while the later one is being sent, not while it only waits", async () => {
    const [busy, idle] = [(await stageGuest()).about, (await stageGuest()).about];
    for (const about of [busy, idle])
      await store("registration_confirmed", { ...about, status: "dead", createdAt: minutesAgo(9) });
    await store("registration_cancelled", { ...busy, leasedUntil: minutesAgo(-1) });
    await store("registration_cancelled", idle);
    expect(await resendDead(scope, {})).toEqual({ resent: 1, overtaken: 1 });
  });
});

it("lists what was written to a guest of one's own event, the latest first, and no more than fifty", async () => {
  const guest = await stageGuest();
  const { registrationId } = guest.about;
  await store("registration_confirmed", { ...guest.about, status: "sent", sentAt: now(), createdAt: minutesAgo(9) });
  await store("event_reminder", { ...guest.about, status: "skipped", lastError: "the event has begun" });
  const listed = await listGuestMessages(guest.scope, { registrationId });
  expect(listed).toMatchObject([
    { kind: "event_reminder", status: "skipped", sentAt: null, reason: "the event has begun" },
    { kind: "registration_confirmed", status: "sent", sentAt: expect.any(Date), reason: null },
  ]);
  expect(await listGuestMessages((await stageGuest()).scope, { registrationId })).toEqual([]);
  for (let nth = 0; nth < 50; nth++) await store("announcement", guest.about);
  expect(await listGuestMessages(guest.scope, { registrationId })).toHaveLength(50);
});

it("looks at few rows however many were sent", async () => {
  await sql().begin(async (tx) => {
    await tx`set local statement_timeout = 0`;
    await tx`
      insert into outbox (id, kind, dedupe_key, status, run_at, created_at, sent_at)
      select gen_random_uuid(), 'event_reminder', 'sent-' || n, 'sent', now(), now() - n * interval '1 second', now()
      from generate_series(1, 100000) n`;
  });
  for (let nth = 0; nth < 60; nth++) await store("event_reminder", { status: nth % 2 ? "dead" : "pending" });
  await sql()`analyze outbox`;
  expect(await mostRowsLookedAt(() => getOutboxState(scope))).toBeLessThan(100);
  const first = await listDeadMessages(scope, pageInput());
  expect(await mostRowsLookedAt(() => listDeadMessages(scope, pageInput()))).toBeLessThan(100);
  const next = pageInput({ cursor: first.nextCursor });
  expect(await mostRowsLookedAt(() => listDeadMessages(scope, next))).toBeLessThan(100);
}, 60_000);
