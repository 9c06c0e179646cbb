import type { ScanInput } from "./input";
import type { LockedHolder, StoredScan } from "./internal";
import type { TicketClaim } from "./read-ticket";
import { type Admission, isSamePhone, judgeScan, type Verdict } from "./rules";

/** A scan as it is judged: `device` names the phone, as the door knows it or else as it calls itself. */
export type ReadScan = Omit<ScanInput, "override" | "ticket"> & {
  claim: TicketClaim;
  receivedAt: Date;
  /** The member who scanned; null on a phone that came by a link. */
  scannedBy: string | null;
  /** The phone, as the door knows it. */
  deviceId: string | null;
  /** What the phone calls itself. */
  label: string | null;
  /** Why somebody is let in against the list, from those who may. */
  overrideReason: string | null;
};

/** What the database knows of a batch's tickets, read under the locks of their registrations. */
type Knowledge = {
  holders: LockedHolder[];
  stored: StoredScan[];
  revoked: Map<string, string>;
  otherEvents: Map<string, string>;
};

export type JudgedScan = {
  scan: ReadScan;
  verdict: Verdict;
  registrationId: string | null;
  firstCheckedInAt: Date | null;
  firstGate: string | null;
  correctEventId: string | null;
  /** Why the list was overruled, by this scan or by the admission whose place it takes. */
  overrideReason: string | null;
  /** The phone let somebody in whom another one had let in already or whom the list refuses, or turned away whom it admits. */
  isConflict: boolean;
};

/** The scan that stands as a registration's one admission. */
export type StandingScan = {
  registrationId: string;
  scan: ReadScan;
  overrideReason: string | null;
  /** True when another phone had let the person in too, later than this. */
  isContested: boolean;
};

export type Judgement = {
  judged: JudgedScan[];
  admissions: StandingScan[];
  /** The registrations whose admission these took, as far as one is stored. */
  replaced: string[];
};

const blank = {
  registrationId: null,
  firstCheckedInAt: null,
  firstGate: null,
  correctEventId: null,
  isConflict: false,
};

/** Judges the scans one after the other, each in the light of those before it. */
export function judgeBatch(scans: ReadScan[], known: Knowledge): Judgement {
  const byTicket = new Map(known.holders.map((holder) => [holder.ticketId, holder]));
  const byReference = new Map(known.holders.map((holder) => [holder.reference, holder]));
  const standing = new Map(known.holders.map((holder) => [holder.registrationId, holder.standing]));
  for (const { isStanding, registrationId, deviceId, device, overrideReason } of known.stored) {
    const admission = registrationId && isStanding && standing.get(registrationId);
    if (!admission) continue;
    standing.set(registrationId, { ...admission, device: deviceId ?? device, overrideReason });
  }
  const admissions = new Map<string, StandingScan>();
  const judged = scans.map((scan): JudgedScan => {
    const holder = holderOf(scan.claim);
    const { overrideReason } = scan;
    if (!holder)
      return { scan, ...blank, overrideReason, isConflict: scan.letIn ?? false, ...judgeStranger(scan.claim) };
    const { registrationId, status, eventCancelledAt } = holder;
    const before = standing.get(registrationId) ?? null;
    const ruled = judgeScan(scan, { status, standing: before }, eventCancelledAt);
    // Whoever was told "no" without network did not come in, whatever the phone's list should have said.
    const wasTurnedAway = scan.offline && scan.letIn === false;
    const verdict = wasTurnedAway && ruled === "admitted" ? "not_a_ticket" : ruled;
    const reason = overrideReason ?? (verdict === "admitted" ? (before?.overrideReason ?? null) : null);
    if (verdict === "admitted") {
      const isContested = before !== null && !isSamePhone(scan, before);
      admissions.set(registrationId, { registrationId, scan, overrideReason: reason, isContested });
      standing.set(registrationId, admissionBy(scan, reason));
    }
    const isSecond = verdict === "already_checked_in" || verdict === "conflict";
    return {
      ...{ scan, ...blank, verdict, registrationId, overrideReason: reason },
      isConflict: wasTurnedAway ? ruled === "admitted" : isWorthALook(scan, verdict, before),
      ...(isSecond && before && { firstCheckedInAt: before.at, firstGate: before.gate }),
    };
  });
  const hadOne = new Set(known.stored.flatMap((scan) => (scan.isStanding ? (scan.registrationId ?? []) : [])));
  return {
    judged,
    admissions: [...admissions.values()],
    replaced: [...admissions.keys()].filter((id) => hadOne.has(id)),
  };

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

function admissionBy({ scannedAt, gate, device }: ReadScan, overrideReason: string | null): Admission {
  return { at: scannedAt, gate: gate ?? null, device: device ?? null, overrideReason };
}

function isWorthALook(scan: ReadScan, verdict: Verdict, before: Admission | null): boolean {
  if (verdict === "admitted") return false;
  if (verdict === "conflict") return true;
  const wasShownAsIn = verdict === "already_checked_in" && before !== null && isSamePhone(scan, before);
  return scan.letIn === true && scan.overrideReason === null && !wasShownAsIn;
}
