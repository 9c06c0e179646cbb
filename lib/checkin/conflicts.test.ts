import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditLog } from "@/db/schema/audit-log";
import { registrations } from "@/db/schema/registrations";
import { requireDoor, requireOrganizer } from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { stageDoor, stageTicket } from "@/lib/testing/stage-door";
import { checkIn } from "./check-in";
import { listConflicts } from "./conflicts";
import type { ScanInput } from "./input";
import { settleConflict } from "./settle-conflict";
import { undoCheckIn } from "./undo-check-in";

const ago = (minutes: number) => new Date(now().getTime() - minutes * 60_000);

function scanOf(ticket: string, scan: Partial<ScanInput> = {}): ScanInput {
  return { scanId: newId(), ticket, scannedAt: ago(5), offline: false, ...scan };
}

async function stage() {
  const door = await stageDoor();
  const { eventId, scope } = door;
  const organizer = await requireOrganizer(door.organizer, eventId);
  const boss = await requireDoor(door.organizer, eventId);
  const scan = async (...scans: ScanInput[]) => (await checkIn(scope, { scans })).results;
  return { eventId, scope, organizer, boss, scan, ada: await stageTicket(eventId, { name: "Ada" }) };
}

describe("the organizer sees", () => {
  it("two phones that let one ticket in without network: both gates and times, in either order of arrival", async () => {
    for (const order of [
      [9, 4],
      [4, 9],
    ]) {
      const { organizer, ada, scan } = await stage();
      for (const minutes of order) {
        const gate = minutes === 9 ? "North" : "South";
        await scan(scanOf(ada.code, { scannedAt: ago(minutes), gate, device: gate, offline: true, letIn: true }));
      }
      const [conflict, ...others] = await listConflicts(organizer);
      expect(others).toEqual([]);
      expect(conflict).toMatchObject({
        name: "Ada",
        gate: "South",
        by: "Sam Door",
        first: { gate: "North", by: "Sam Door" },
      });
      expect(conflict?.first?.at.getTime()).toBeLessThan(conflict?.at.getTime() ?? 0);
    }
  });

  it("two gates that let one ticket in on line before they heard of each other", async () => {
    const { organizer, ada, scan } = await stage();
    await scan(scanOf(ada.code, { device: "North", letIn: true }));
    const [second] = await scan(scanOf(ada.code, { device: "South", letIn: true }));
    expect(second?.verdict).toBe("already_checked_in");
    expect(await listConflicts(organizer)).toMatchObject([{ scanId: second?.scanId, verdict: "already_checked_in" }]);
  });

  it("whom a phone let in though the list refuses them, and nobody whom it turned away", async () => {
    const { eventId, organizer, scan } = await stage();
    const cancelled = await stageTicket(eventId, { name: "Gone", status: "cancelled" });
    await scan(scanOf(cancelled.code, { letIn: true }), scanOf("forged", { letIn: true }));
    await scan(scanOf(cancelled.code, { letIn: false }), scanOf("forged"));
    const conflicts = await listConflicts(organizer);
    expect(conflicts.map(({ name, verdict }) => [name, verdict])).toEqual(
      expect.arrayContaining([
        ["Gone", "cancelled"],
        [null, "not_a_ticket"],
      ]),
    );
    expect(conflicts).toHaveLength(2);
  });

  it("whom a phone turned away without network though the list admits them, who is not in", async () => {
    const { organizer, ada, scan } = await stage();
    await scan(scanOf(ada.code, { offline: true, letIn: false, gate: "North" }));
    const [row] = await db().select().from(registrations).where(eq(registrations.id, ada.registrationId));
    expect(row?.checkedInAt).toBeNull();
    expect(await listConflicts(organizer)).toMatchObject([{ name: "Ada", verdict: "not_a_ticket", first: null }]);
    await scan(
      scanOf(ada.code, { scannedAt: ago(1) }),
      scanOf(ada.code, { offline: true, letIn: false, scannedAt: now() }),
    );
    expect(await listConflicts(organizer)).toHaveLength(1);
  });

  it("nothing of a phone that scans a ticket again itself", async () => {
    const { organizer, ada, scan } = await stage();
    await scan(scanOf(ada.code, { device: "North", letIn: true, offline: true }));
    await scan(scanOf(ada.code, { device: "North", letIn: true, offline: true, scannedAt: ago(1) }));
    await scan(scanOf(ada.code, { device: "North", letIn: true, offline: true, scannedAt: ago(20) }));
    expect(await listConflicts(organizer)).toEqual([]);
  });
});

it("puts a conflict away once, for its own organizer only, and records who did", async () => {
  const { eventId, organizer, ada, scan } = await stage();
  const other = await stage();
  await scan(scanOf(ada.code, { device: "North" }));
  const second = scanOf(ada.code, { device: "South", offline: true, scannedAt: ago(1) });
  await scan(second);
  await expect(settleConflict(other.organizer, second)).rejects.toMatchObject({ code: "not_found" });
  await settleConflict(organizer, second);
  await settleConflict(organizer, second);
  expect(await listConflicts(organizer)).toEqual([]);
  const isSettled = and(eq(auditLog.eventId, eventId), eq(auditLog.action, "check_in.conflict_settled"));
  expect(await db().$count(auditLog, isSettled)).toBe(1);
});

describe("an override", () => {
  it("lets in whom the list refuses, with its reason in the audit, and counts as in from then on", async () => {
    const { eventId, boss, scan } = await stage();
    const waiting = await stageTicket(eventId, { status: "waitlisted", waitlistOrder: 1 });
    const override = { reason: "The speaker's mother" };
    const { results } = await checkIn(boss, { scans: [scanOf(waiting.code, { override })] });
    expect(results[0]?.verdict).toBe("admitted");
    const [entry] = await db().select().from(auditLog).where(eq(auditLog.eventId, eventId));
    expect(entry).toMatchObject({ action: "check_in.overridden", subjectId: waiting.registrationId });
    expect(entry?.detail).toMatchObject(override);
    expect(await scan(scanOf(waiting.code))).toMatchObject([{ verdict: "already_checked_in" }]);
    await undoCheckIn(boss, waiting);
    expect(await scan(scanOf(waiting.code))).toMatchObject([{ verdict: "waitlisted" }]);
  });

  it("is not heeded from those who may not", async () => {
    const { eventId, scan } = await stage();
    const cancelled = await stageTicket(eventId, { status: "cancelled" });
    const override = { reason: "My friend" };
    expect(await scan(scanOf(cancelled.code, { override }))).toMatchObject([{ verdict: "cancelled" }]);
    expect(await db().$count(auditLog, eq(auditLog.eventId, eventId))).toBe(0);
  });

  it("makes a ticket of no stranger", async () => {
    const { boss } = await stage();
    const elsewhere = await stage();
    const override = { reason: "Why not" };
    const scans = [scanOf("nothing", { override }), scanOf(elsewhere.ada.code, { override })];
    const { results } = await checkIn(boss, { scans });
    expect(results.map(({ verdict }) => verdict)).toEqual(["not_a_ticket", "wrong_event"]);
  });
});

describe("an undo made without network", () => {
  it("counts once, and leaves an admission after it standing", async () => {
    const { scope, organizer, ada, scan } = await stage();
    await scan(scanOf(ada.code, { scannedAt: ago(3), gate: "South", device: "South" }));
    await scan(scanOf(ada.code, { scannedAt: ago(9), gate: "North", device: "North", offline: true }));
    const undo = { registrationId: ada.registrationId, undoId: newId(), undoneAt: ago(8) };
    const undone = await undoCheckIn(scope, undo);
    expect(undone.checkedInAt?.getTime()).toBeGreaterThan(ago(4).getTime());
    const [row] = await db().select().from(registrations).where(eq(registrations.id, ada.registrationId));
    expect(row).toMatchObject({ checkedInGate: "South", checkedInAt: undone.checkedInAt });
    expect(await undoCheckIn(scope, undo)).toEqual(undone);
    expect(await listConflicts(organizer)).toEqual([]);
  });

  it("sent again after the person came back takes nothing back", async () => {
    const { scope, ada, scan } = await stage();
    await scan(scanOf(ada.code));
    const undo = { registrationId: ada.registrationId, undoId: newId() };
    expect(await undoCheckIn(scope, undo)).toMatchObject({ checkedInAt: null });
    expect(await scan(scanOf(ada.code, { scannedAt: now() }))).toMatchObject([{ verdict: "admitted" }]);
    expect((await undoCheckIn(scope, undo)).checkedInAt).toBeInstanceOf(Date);
  });

  it("of an instant before the admission changes nothing", async () => {
    const { scope, ada, scan } = await stage();
    await scan(scanOf(ada.code, { scannedAt: ago(2) }));
    const { checkedInAt } = await undoCheckIn(scope, { registrationId: ada.registrationId, undoneAt: ago(5) });
    expect(checkedInAt).toBeInstanceOf(Date);
  });
});
