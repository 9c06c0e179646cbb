import { and, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { db } from "@/db/client";
import { checkIns } from "@/db/schema/check-ins";
import { doorDevices } from "@/db/schema/door";
import { registrations } from "@/db/schema/registrations";
import { users } from "@/db/schema/users";
import type { DoorScope } from "@/lib/access/scopes";
import { openCursor, type Page, pageOf, sealCursor } from "@/lib/platform/page";
import type { ScanLogInput } from "./input";
import type { Verdict } from "./rules";

// Instants as text keep the microseconds that a Date would lose.
const position = z.tuple([z.string(), z.uuid()]);

/** One scan as the log shows it; `isStanding` marks the admission that counts. */
export type LoggedScan = {
  scanId: string;
  verdict: Verdict;
  isStanding: boolean;
  registrationId: string | null;
  name: string | null;
  department: string | null;
  scannedAt: Date;
  scannedBy: string | null;
  gate: string | null;
  device: string | null;
  isOffline: boolean;
  overrideReason: string | null;
  undoneAt: Date | null;
  undoneBy: string | null;
};

/** Every scan of this event, the latest first. */
export async function listScanLog(scope: DoorScope, { limit, cursor }: ScanLogInput): Promise<Page<LoggedScan>> {
  const list = `scan-log:${scope.eventId}`;
  const after = openCursor(list, cursor, position);
  const scanner = alias(users, "scanner");
  const undoer = alias(users, "undoer");
  const undoerPhone = alias(doorDevices, "undoer_phone");
  const { eventId, scannedAt, scanId } = checkIns;
  const rows = await db()
    .select({
      scan: {
        scanId,
        verdict: checkIns.verdict,
        isStanding: checkIns.isStanding,
        registrationId: checkIns.registrationId,
        name: registrations.name,
        department: registrations.department,
        scannedAt,
        scannedBy: sql<string | null>`coalesce(${doorDevices.name}, ${scanner.name})`,
        gate: checkIns.gate,
        device: checkIns.device,
        isOffline: checkIns.isOffline,
        overrideReason: checkIns.overrideReason,
        undoneAt: checkIns.undoneAt,
        undoneBy: sql<string | null>`coalesce(${undoerPhone.name}, ${undoer.name})`,
      },
      at: sql<string>`${scannedAt}::text`,
    })
    .from(checkIns)
    .leftJoin(
      registrations,
      and(eq(registrations.eventId, checkIns.eventId), eq(registrations.id, checkIns.registrationId)),
    )
    .leftJoin(doorDevices, and(eq(doorDevices.eventId, eventId), eq(doorDevices.id, checkIns.deviceId)))
    .leftJoin(undoerPhone, and(eq(undoerPhone.eventId, eventId), eq(undoerPhone.id, checkIns.undoneByDevice)))
    .leftJoin(scanner, eq(scanner.id, checkIns.scannedBy))
    .leftJoin(undoer, eq(undoer.id, checkIns.undoneBy))
    .where(
      and(
        eq(eventId, scope.eventId),
        after ? sql`(${scannedAt}, ${scanId}) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(scannedAt), desc(scanId))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (row) => sealCursor(list, [row.at, row.scan.scanId]));
  return { items: page.items.map((row) => row.scan), nextCursor: page.nextCursor };
}
