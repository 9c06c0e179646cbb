import { sql } from "drizzle-orm";
import { checkIns } from "@/db/schema/check-ins";
import { registrations } from "@/db/schema/registrations";
import type { Transaction } from "@/db/transaction";
import type { DoorScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import type { StoredScan } from "./internal";
import type { Judgement, StandingScan } from "./judge-batch";

/** Stores every judged scan, and makes the admissions stand in place of any before them. */
export async function recordScans(
  tx: Transaction,
  scope: DoorScope,
  { judged, admissions }: Judgement,
  receivedAt: Date,
): Promise<StoredScan[]> {
  await admit(tx, scope.eventId, admissions, receivedAt);
  const standing = new Set(admissions.map((admission) => admission.scan.scanId));
  const rows = judged.map(({ scan, ...judgement }) => ({
    ...judgement,
    eventId: scope.eventId,
    scanId: scan.scanId,
    isStanding: standing.has(scan.scanId),
    scannedAt: scan.scannedAt,
    receivedAt,
    gate: scan.gate ?? null,
    device: scan.label,
    deviceId: scope.device?.deviceId ?? null,
    isOffline: scan.offline,
    scannedBy: scope.actorId,
    settledAt: null,
    settledBy: null,
    undoneAt: null,
    undoneBy: null,
    undoneByDevice: null,
  }));
  await tx.insert(checkIns).values(rows);
  for (const { registrationId, scan } of admissions)
    if (scan.overrideReason !== null)
      await recordAudit(tx, {
        ...{ actorId: scope.actorId, action: "check_in.overridden", eventId: scope.eventId, subjectId: registrationId },
        detail: { reason: scan.overrideReason, deviceId: scope.device?.deviceId ?? null },
      });
  return rows;
}

/** An admission that gives way to an earlier one by another phone is a conflict: that phone let somebody in as well. */
async function admit(tx: Transaction, eventId: string, admissions: StandingScan[], receivedAt: Date): Promise<void> {
  if (admissions.length === 0) return;
  const values = JSON.stringify(
    admissions.map(({ registrationId, scan, overrideReason }) => ({
      ...{ id: registrationId, at: scan.scannedAt, gate: scan.gate ?? null },
      ...{ phone: scan.device ?? null, is_override: overrideReason !== null },
    })),
  );
  await tx.execute(sql`
    update ${checkIns} as former
    set is_standing = false,
        is_conflict = person.checked_in_at is not null
          and coalesce(former.device_id::text, former.device, '') <> coalesce(admission.phone, ' ')
    from jsonb_to_recordset(${values}::text::jsonb) as admission(id uuid, phone text)
    join registrations person on person.event_id = ${eventId} and person.id = admission.id
    where former.event_id = ${eventId} and former.registration_id = admission.id and former.is_standing`);
  const updated = await tx.execute(sql`
    update ${registrations} as person
    set checked_in_at = admission.at, checked_in_gate = admission.gate, updated_at = ${receivedAt.toISOString()}
    from jsonb_to_recordset(${values}::text::jsonb)
      as admission(id uuid, at timestamptz, gate text, is_override boolean)
    where person.event_id = ${eventId} and person.id = admission.id
      and (person.status = 'confirmed' or admission.is_override)
      and (person.checked_in_at is null or person.checked_in_at > admission.at)
    returning person.id`);
  if (updated.length !== admissions.length)
    throw new Error("an admission was decided on a registration that had changed");
}
