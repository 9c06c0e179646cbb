import { closeDatabase } from "@/db/client";
import type { Person } from "@/lib/access/actor";
import { requireDoor } from "@/lib/access/scopes";
import { checkIn } from "@/lib/checkin/check-in";
import type { ScanInput } from "@/lib/checkin/input";
import { untilServed } from "./until-served";

/** What a test asks of a process at the door: to send these batches, so many at once. */
export type DoorOrder = { staff: Person; eventId: string; batches: ScanInput[][]; atOnce: number };
export type DoorReport = { scanId: string; verdict: string }[];

// A process of its own for the race tests of the door; scans arrive as JSON, so their instants are read again.
process.once("message", async ({ staff, eventId, batches, atOnce }: DoorOrder) => {
  const scope = await requireDoor(staff, eventId);
  const report: DoorReport = [];
  const line = batches.map((batch) => batch.map((scan) => ({ ...scan, scannedAt: new Date(scan.scannedAt) })));
  async function sendOn(): Promise<void> {
    for (let scans = line.shift(); scans; scans = line.shift()) {
      const batch = scans;
      report.push(...(await untilServed(() => checkIn(scope, { scans: batch }))).results);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, sendOn));
  await closeDatabase();
  process.send?.(report, () => process.exit());
});
