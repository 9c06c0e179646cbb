import type { DoorScope } from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";
import type { PublicKey } from "@/lib/tickets/ticket-code";
import { listTicketKeys } from "@/lib/tickets/ticket-keys";
import { admitTogether } from "./admit-together";
import type { ScanResult } from "./describe-scans";
import { hearFromDevice } from "./hear-from-device";
import type { CheckInInput, ScanInput } from "./input";
import type { ReadScan } from "./judge-batch";
import { clockOffsetOf, ourInstant } from "./phone-clock";
import { readTicket } from "./read-ticket";

/**
 * Judges and stores a batch of scans in one transaction, a small one together with those that wait at the same door: each ticket is
 * admitted at most once, the earliest admission stands, and a scan id gets the same verdict for ever. The phone's clock is corrected by
 * `sentAt`. Results come in the order of the scans.
 */
export async function checkIn(scope: DoorScope, input: CheckInInput): Promise<{ results: ScanResult[] }> {
  const { scans, sentAt, waiting } = input;
  const receivedAt = now();
  const clockOffsetMs = clockOffsetOf(sentAt, receivedAt);
  const keys = await listTicketKeys();
  const [byId] = await Promise.all([
    admitTogether(scope.eventId, readScans(scope, scans, { clockOffsetMs, receivedAt, keys })),
    hearFromDevice(scope, { waiting, clockOffsetMs }),
  ]);
  return { results: scans.flatMap((scan) => byId.get(scan.scanId) ?? []) };
}

/** Each scan id once, at the instant that our clock would have shown, and what its ticket claims. */
function readScans(
  { eventId, actorId, device, mayOverride }: DoorScope,
  scans: ScanInput[],
  { clockOffsetMs, receivedAt, keys }: { clockOffsetMs: number; receivedAt: Date; keys: PublicKey[] },
): ReadScan[] {
  const seen = new Set<string>();
  return scans
    .filter(({ scanId }) => !seen.has(scanId) && seen.add(scanId))
    .map(({ override, ...scan }) => ({
      ...scan,
      scannedAt: ourInstant(scan.scannedAt, clockOffsetMs, receivedAt, device?.link),
      gate: device?.link?.gate ?? scan.gate ?? device?.gate ?? undefined,
      device: device?.deviceId ?? scan.device,
      label: scan.device ?? null,
      overrideReason: (mayOverride && override?.reason) || null,
      ...{ receivedAt, scannedBy: actorId, deviceId: device?.deviceId ?? null },
      claim: readTicket(eventId, scan.ticket, keys),
    }));
}
