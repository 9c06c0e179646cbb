import type { ScanInput } from "./input";
import type { LockedHolder, StoredScan } from "./internal";
import type { TicketClaim } from "./read-ticket";
import { judgeScan, type Verdict } from "./rules";

export type ReadScan = ScanInput & { claim: TicketClaim };

/** What the database knows of a batch's tickets, read under the locks of their registrations. */
type Knowledge = {
  holders: LockedHolder[];
  stored: StoredScan[];
  revoked: Map<string, string>;
  otherEvents: Map<string, string>;
};

export type JudgedScan = {
  scan: ScanInput;
  verdict: Verdict;
  registrationId: string | null;
  firstCheckedInAt: Date | null;
  firstGate: string | null;
  correctEventId: string | null;
};

/** The scan that stands as a registration's one admission. */
export type StandingScan = { registrationId: string; scan: ScanInput };

export type Judgement = { judged: JudgedScan[]; admissions: StandingScan[] };

const blank = { registrationId: null, firstCheckedInAt: null, firstGate: null, correctEventId: null };

/** Judges the scans one after the other, each in the light of those before it. */
export function judgeBatch(scans: ReadScan[], known: Knowledge): Judgement {
  const byTicket = new Map(known.holders.map((holder) => [holder.ticketId, holder]));
  const byReference = new Map(known.holders.map((holder) => [holder.reference, holder]));
  const standing = new Map(known.holders.map((holder) => [holder.registrationId, holder.standing]));
  for (const { isStanding, registrationId, device } of known.stored) {
    const admission = registrationId && isStanding && standing.get(registrationId);
    if (admission) standing.set(registrationId, { ...admission, device });
  }
  const admissions = new Map<string, ScanInput>();
  const judged = scans.map((scan): JudgedScan => {
    const holder = holderOf(scan.claim);
    if (!holder) return { scan, ...blank, ...judgeStranger(scan.claim) };
    const { registrationId, status, eventCancelledAt } = holder;
    const before = standing.get(registrationId) ?? null;
    const verdict = judgeScan(scan, { status, standing: before }, eventCancelledAt);
    if (verdict === "admitted") {
      admissions.set(registrationId, scan);
      standing.set(registrationId, { at: scan.scannedAt, gate: scan.gate ?? null, device: scan.device ?? null });
    }
    const isSecond = verdict === "already_checked_in" || verdict === "conflict";
    return {
      ...{ scan, ...blank, verdict, registrationId },
      ...(isSecond && before && { firstCheckedInAt: before.at, firstGate: before.gate }),
    };
  });
  return { judged, admissions: [...admissions].map(([registrationId, scan]) => ({ registrationId, scan })) };

  function holderOf(claim: TicketClaim): LockedHolder | undefined {
    if (claim.kind === "ours") return byTicket.get(claim.ticketId);
    if (claim.kind === "reference") return byReference.get(claim.reference);
    return undefined;
  }

  function judgeStranger(claim: TicketClaim): Pick<JudgedScan, "verdict"> & Partial<JudgedScan> {
    const revokedOf = claim.kind === "ours" && known.revoked.get(claim.ticketId);
    if (revokedOf) return { verdict: "revoked", registrationId: revokedOf };
    const correctEventId = claim.kind === "foreign" && known.otherEvents.get(claim.code);
    if (correctEventId) return { verdict: "wrong_event", correctEventId };
    return { verdict: "not_a_ticket" };
  }
}
