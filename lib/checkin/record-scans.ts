import { and, eq, inArray, sql } from "drizzle-orm";
import { checkIns } from "@/db/schema/check-ins";
import { registrations } from "@/db/schema/registrations";
import type { Transaction } from "@/db/transaction";
import type { DoorScope } from "@/lib/access/scopes";
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
    device: scan.device ?? null,
    isOffline: scan.offline,
    scannedBy: scope.actorId,
    undoneAt: null,
    undoneBy: null,
  }));
  await tx.insert(checkIns).values(rows);
  return rows;
}

async function admit(tx: Transaction, eventId: string, admissions: StandingScan[], receivedAt: Date): Promise<void> {
  if (admissions.length === 0) return;
  const ids = admissions.map((admission) => admission.registrationId);
  await tx
    .update(checkIns)
    .set({ isStanding: false })
    .where(and(eq(checkIns.eventId, eventId), inArray(checkIns.registrationId, ids), eq(checkIns.isStanding, true)));
  const values = admissions.map(({ registrationId, scan }) => ({
    id: registrationId,
    at: scan.scannedAt,
    gate: scan.gate ?? null,
  }));
  const updated = await tx.execute(sql`
    update ${registrations} as person
    set checked_in_at = admission.at, checked_in_gate = admission.gate, updated_at = ${receivedAt.toISOString()}
    from jsonb_to_recordset(${JSON.stringify(values)}::text::jsonb) as admission(id uuid, at timestamptz, gate text)
    where person.event_id = ${eventId} and person.id = admission.id and person.status = 'confirmed'
      and (person.checked_in_at is null or person.checked_in_at > admission.at)
    returning person.id`);
  if (updated.length !== ids.length) throw new Error("an admission was decided on a registration that had changed");
}
