import { findDatabaseError, isUniqueViolation } from "@/db/errors";
import { afterCommit, inTransaction, type Transaction } from "@/db/transaction";
import { eventTag, invalidateTags } from "@/lib/platform/cache";
import { describeScans, type ScanResult } from "./describe-scans";
import { findOtherEvents, findRevoked, findStoredScans, lockHolders } from "./internal";
import { judgeBatch, type ReadScan } from "./judge-batch";
import { recordScans } from "./record-scans";

const attempts = 3;

/**
 * Judges and stores scans, the earliest first, in one transaction: each ticket is admitted at most once, the earliest admission stands,
 * and a scan id gets the same verdict for ever. Returns the answers by scan id. Who is not patient fails where somebody else holds one of
 * their registrations.
 */
export async function admitScans(
  eventId: string,
  scans: ReadScan[],
  { isPatient = true }: { isPatient?: boolean } = {},
): Promise<Map<string, ScanResult>> {
  const inOrder = scans.toSorted((a, b) => a.scannedAt.getTime() - b.scannedAt.getTime());
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(undefined, (tx) => judgeAndRecord(tx, eventId, inOrder, isPatient));
    } catch (error) {
      if (attempt === attempts || !isLostRace(error)) throw error;
    }
  }
}

async function judgeAndRecord(tx: Transaction, eventId: string, scans: ReadScan[], isPatient: boolean) {
  const claims = scans.map((scan) => scan.claim);
  const scanIds = scans.map((scan) => scan.scanId);
  // Sent together, in this order, since neither awaits anything before its query: what is stored is read under the locks.
  const [holders, stored] = await Promise.all([
    lockHolders(tx, eventId, claims, isPatient),
    findStoredScans(tx, eventId, scanIds, claims),
  ]);
  const storedIds = new Set(stored.map((scan) => scan.scanId));
  const fresh = scans.filter((scan) => !storedIds.has(scan.scanId));
  if (fresh.length === 0) return describeScans(tx, eventId, stored, holders);

  const heldTickets = new Set(holders.map((holder) => holder.ticketId));
  const { lostTickets, foreign } = strangersAmong(fresh, heldTickets);
  const revoked = await findRevoked(tx, eventId, lostTickets);
  const otherEvents = await findOtherEvents(tx, eventId, foreign);
  const judgement = judgeBatch(fresh, { holders, stored, revoked, otherEvents });
  const recorded = await recordScans(tx, eventId, judgement);
  // Other processes are told while the next group is under way: for a moment after the answer they may show older numbers.
  if (recorded.some(({ isStanding, isConflict }) => isStanding || isConflict))
    afterCommit(tx, () => void invalidateTags([eventTag(eventId)]));
  return describeScans(tx, eventId, [...stored, ...recorded], holders);
}

function strangersAmong(scans: ReadScan[], heldTickets: Set<string>) {
  const lostTickets: string[] = [];
  const foreign: Extract<ReadScan["claim"], { kind: "foreign" }>[] = [];
  for (const { claim } of scans) {
    if (claim.kind === "foreign") foreign.push(claim);
    if (claim.kind === "ours" && !heldTickets.has(claim.ticketId)) lostTickets.push(claim.ticketId);
  }
  return { lostTickets, foreign };
}

/** The same scan sent twice at once, or a ring of locks with another verb: trying again finds the other's result. */
function isLostRace(error: unknown): boolean {
  return isUniqueViolation(error, "check_ins_event_id_scan_id_pk") || findDatabaseError(error)?.code === "40P01";
}
