import { findDatabaseError, isUniqueViolation } from "@/db/errors";
import { afterCommit, inTransaction, type Transaction } from "@/db/transaction";
import type { DoorScope } from "@/lib/access/scopes";
import { eventTag, invalidateTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { describeScans, type ScanResult } from "./describe-scans";
import type { CheckInInput, ScanInput } from "./input";
import { findOtherEvents, findRevoked, findStoredScans, lockHolders } from "./internal";
import { judgeBatch, type ReadScan } from "./judge-batch";
import { readTicket } from "./read-ticket";
import { recordScans } from "./record-scans";

const attempts = 3;

/**
 * Judges and stores a batch of scans in one transaction: each ticket is admitted at most once, the earliest admission stands, and a
 * scan id gets the same verdict for ever. Results come in the order of the scans.
 */
export async function checkIn(scope: DoorScope, { scans }: CheckInInput): Promise<{ results: ScanResult[] }> {
  for (let attempt = 1; ; attempt++) {
    try {
      const byId = await inTransaction(undefined, (tx) => judgeAndRecord(tx, scope, scans));
      return { results: scans.flatMap((scan) => byId.get(scan.scanId) ?? []) };
    } catch (error) {
      if (attempt === attempts || !isLostRace(error)) throw error;
    }
  }
}

async function judgeAndRecord(tx: Transaction, scope: DoorScope, input: ScanInput[]) {
  const receivedAt = now();
  const { eventId } = scope;
  const scans = inOrderOfTime(input, receivedAt).map((scan) => ({ ...scan, claim: readTicket(eventId, scan.ticket) }));
  const holders = await lockHolders(
    tx,
    eventId,
    scans.map((scan) => scan.claim),
  );
  const stored = await findStoredScans(
    tx,
    eventId,
    scans.map((scan) => scan.scanId),
    holders.map((holder) => holder.registrationId),
  );
  const storedIds = new Set(stored.map((scan) => scan.scanId));
  const fresh = scans.filter((scan) => !storedIds.has(scan.scanId));
  if (fresh.length === 0) return describeScans(tx, eventId, stored, holders);

  const heldTickets = new Set(holders.map((holder) => holder.ticketId));
  const { lostTickets, foreign } = strangersAmong(fresh, heldTickets);
  const revoked = await findRevoked(tx, eventId, lostTickets);
  const otherEvents = await findOtherEvents(tx, eventId, foreign);
  const judgement = judgeBatch(fresh, { holders, stored, revoked, otherEvents });
  const recorded = await recordScans(tx, scope, judgement, receivedAt);
  if (judgement.admissions.length > 0) afterCommit(tx, () => invalidateTags([eventTag(eventId)]));
  return describeScans(tx, eventId, [...stored, ...recorded], holders);
}

/** Each scan id once, the earliest scan first; a phone's clock that runs ahead counts as right now. */
function inOrderOfTime(scans: ScanInput[], receivedAt: Date): ScanInput[] {
  const seen = new Set<string>();
  return scans
    .filter(({ scanId }) => !seen.has(scanId) && seen.add(scanId))
    .map((scan) => (scan.scannedAt > receivedAt ? { ...scan, scannedAt: receivedAt } : scan))
    .toSorted((a, b) => a.scannedAt.getTime() - b.scannedAt.getTime());
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
