import { and, eq, inArray, sql } from "drizzle-orm";
import { eventKeyOf } from "@/db/event-key";
import { insertRows } from "@/db/insert-rows";
import { checkIns } from "@/db/schema/check-ins";
import { registrations } from "@/db/schema/registrations";
import type { Transaction } from "@/db/transaction";
import { recordAudit } from "@/lib/platform/audit";
import type { StoredScan } from "./internal";
import type { Judgement, StandingScan } from "./judge-batch";

/** Stores every judged scan, and makes the admissions stand in place of any before them. */
export async function recordScans(
  tx: Transaction,
  eventId: string,
  { judged, admissions, replaced }: Judgement,
): Promise<StoredScan[]> {
  const standing = new Set(admissions.map((admission) => admission.scan.scanId));
  const rows = judged.map(({ scan, ...judgement }) => ({
    ...judgement,
    eventId,
    scanId: scan.scanId,
    isStanding: standing.has(scan.scanId),
    scannedAt: scan.scannedAt,
    receivedAt: scan.receivedAt,
    gate: scan.gate ?? null,
    device: scan.label,
    deviceId: scan.deviceId,
    isOffline: scan.offline,
    scannedBy: scan.scannedBy,
    settledAt: null,
    settledBy: null,
    undoneAt: null,
    undoneBy: null,
    undoneByDevice: null,
  }));
  // They run in this order, sent together.
  await Promise.all([
    giveWay(tx, eventId, admissions, replaced),
    admit(tx, eventId, admissions),
    insertRows(tx, checkIns, rows),
  ]);
  for (const { registrationId, scan } of admissions)
    if (scan.overrideReason !== null)
      await recordAudit(tx, {
        ...{ actorId: scan.scannedBy, action: "check_in.overridden", eventId, subjectId: registrationId },
        detail: { reason: scan.overrideReason, deviceId: scan.deviceId },
      });
  return rows;
}

/** An admission that gives way to an earlier one by another phone is a conflict: that phone let somebody in as well. */
async function giveWay(tx: Transaction, eventId: string, admissions: StandingScan[], ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const contested = admissions.flatMap(({ registrationId, isContested }) => (isContested ? registrationId : []));
  await tx
    .update(checkIns)
    .set({ isStanding: false, isConflict: sql`${inArray(checkIns.registrationId, contested)}` })
    .where(and(eq(checkIns.eventId, eventId), inArray(checkIns.registrationId, ids), eq(checkIns.isStanding, true)));
}

async function admit(tx: Transaction, eventId: string, admissions: StandingScan[]): Promise<void> {
  if (admissions.length === 0) return;
  const values = admissions.map(({ registrationId, scan, overrideReason }) => ({
    ...{ id: registrationId, at: scan.scannedAt, gate: scan.gate ?? null, received_at: scan.receivedAt },
    is_override: overrideReason !== null,
  }));
  // The ids stand there twice: without them the planner guesses at the length of the list, and reads the whole event.
  const updated = await tx.execute(sql`
    update ${registrations} as person
    set checked_in_at = admission.at, checked_in_gate = admission.gate, updated_at = admission.received_at
    from jsonb_to_recordset(${JSON.stringify(values)}::text::jsonb)
      as admission(id uuid, at timestamptz, gate text, received_at timestamptz, is_override boolean)
    where person.event_id = ${eventKeyOf(eventId)} and person.id = admission.id
      and person.id in ${values.map(({ id }) => id)}
      and (person.status = 'confirmed' or admission.is_override)
      and (person.checked_in_at is null or person.checked_in_at > admission.at)
    returning person.id`);
  if (updated.length !== values.length) throw new Error("an admission was decided on a registration that had changed");
}
