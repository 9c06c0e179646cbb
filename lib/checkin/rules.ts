/** Every answer that a scan can get. */
export const verdicts = [
  "admitted",
  "already_checked_in",
  "cancelled",
  "waitlisted",
  "wrong_event",
  "revoked",
  "not_a_ticket",
  "conflict",
] as const;

export type Verdict = (typeof verdicts)[number];

/** The admission that counts for a person; `device` names the phone, `overrideReason` why it was made against the list. */
export type Admission = { at: Date; gate: string | null; device: string | null; overrideReason: string | null };

/** What the door knows of a registration. */
export type DoorStatus = "confirmed" | "waitlisted" | "cancelled";

export type Holder = {
  status: DoorStatus;
  standing: Admission | null;
};

type Scan = { scannedAt: Date; offline: boolean; device?: string; overrideReason?: string | null };

/** At the door a request that nobody has approved yet is one without a seat. */
export function doorStatusOf(status: DoorStatus | "pending"): DoorStatus {
  return status === "pending" ? "waitlisted" : status;
}

/**
 * The answer for the holder of a genuine ticket of this event: the earliest admission stands, so a scan made without network
 * before the standing one takes its place, and a later one on another device is a conflict. Whoever was let in against the list
 * counts as on it.
 */
export function judgeScan(scan: Scan, holder: Holder, eventCancelledAt: Date | null): Verdict {
  if (eventCancelledAt && scan.scannedAt >= eventCancelledAt) return "cancelled";
  const isAgainstList = Boolean(scan.overrideReason ?? holder.standing?.overrideReason);
  if (holder.status !== "confirmed" && !isAgainstList) return holder.status;
  if (!holder.standing) return "admitted";
  if (!scan.offline) return "already_checked_in";
  if (scan.scannedAt < holder.standing.at) return "admitted";
  return isSamePhone(scan, holder.standing) ? "already_checked_in" : "conflict";
}

/** True when both were scanned by one phone, which showed the second as already in. */
export function isSamePhone(scan: { device?: string }, standing: Admission): boolean {
  return scan.device !== undefined && scan.device === standing.device;
}

/**
 * The stored form of a typed reference (Crockford's base 32), blind to case, spaces and dashes, and with the letters that
 * references never hold read as the digits they look like; null for what can't be one.
 */
export function parseReference(typed: string): string | null {
  const compact = typed.replace(/[\s\p{Dash}]/gu, "").toUpperCase();
  const reference = compact.replaceAll("O", "0").replace(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(reference) ? reference : null;
}
