import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { auditLog } from "@/db/schema/audit-log";
import { checkIns } from "@/db/schema/check-ins";
import { registrations } from "@/db/schema/registrations";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { stageDoor, stageTicket } from "@/lib/testing/stage-door";
import { checkIn } from "./check-in";
import { undoCheckIn } from "./undo-check-in";

async function admit(scope: Parameters<typeof checkIn>[0], ticket: string) {
  const scan = { scanId: newId(), ticket, scannedAt: now(), offline: false };
  const { results } = await checkIn(scope, { scans: [scan] });
  return { scan, verdict: results[0]?.verdict };
}

it("takes the check-in back, records who did, and lets a later scan admit again", async () => {
  const { eventId, scope } = await stageDoor();
  const ada = await stageTicket(eventId);
  const { scan } = await admit(scope, ada.code);
  expect(await undoCheckIn(scope, ada)).toEqual({ registrationId: ada.registrationId, checkedInAt: null });

  const [row] = await db().select().from(registrations).where(eq(registrations.id, ada.registrationId));
  expect(row).toMatchObject({ checkedInAt: null, checkedInGate: null });
  const [stored] = await db().select().from(checkIns).where(eq(checkIns.scanId, scan.scanId));
  expect(stored).toMatchObject({ isStanding: false, undoneBy: scope.actorId, undoneAt: expect.any(Date) });
  const [entry] = await db().select().from(auditLog).where(eq(auditLog.eventId, eventId));
  expect(entry).toMatchObject({ action: "check_in.undone", actorId: scope.actorId, subjectId: ada.registrationId });

  const { results } = await checkIn(scope, { scans: [scan] });
  expect(results[0]?.verdict).toBe("admitted");
  expect((await db().select().from(registrations).where(eq(registrations.id, ada.registrationId)))[0]).toMatchObject({
    checkedInAt: null,
  });
  expect((await admit(scope, ada.code)).verdict).toBe("admitted");
});

it("changes nothing the second time", async () => {
  const { eventId, scope } = await stageDoor();
  const ada = await stageTicket(eventId);
  await admit(scope, ada.code);
  await undoCheckIn(scope, ada);
  const before = await db().select().from(checkIns).where(eq(checkIns.eventId, eventId));
  expect(await undoCheckIn(scope, ada)).toEqual({ registrationId: ada.registrationId, checkedInAt: null });
  expect(await db().select().from(checkIns).where(eq(checkIns.eventId, eventId))).toEqual(before);
  expect(await db().$count(auditLog, eq(auditLog.eventId, eventId))).toBe(1);
});

it("knows only the people of its own event", async () => {
  const { scope } = await stageDoor();
  const other = await stageDoor();
  const stranger = await stageTicket(other.eventId);
  await admit(other.scope, stranger.code);
  await expect(undoCheckIn(scope, stranger)).rejects.toMatchObject({ code: "not_found" });
  await expect(undoCheckIn(scope, { registrationId: newId() })).rejects.toMatchObject({ code: "not_found" });
});
