import { and, count, desc, eq, gte, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { db } from "@/db/client";
import { checkIns } from "@/db/schema/check-ins";
import { registrations } from "@/db/schema/registrations";
import { users } from "@/db/schema/users";
import type { DoorScope } from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";
import { openCursor, type Page, pageOf, sealCursor } from "@/lib/platform/page";
import { publicKey } from "@/lib/tickets/ticket-code";
import type { RosterInput, ScanLogInput } from "./input";
import { type DoorStatus, doorStatusOf, type Verdict } from "./rules";

// A change shows when its transaction commits, and that is at most this long after the time written in it.
const overlapMs = 30_000;
// Instants as text keep the microseconds that a Date would lose.
const position = z.tuple([z.string(), z.uuid()]);

/** A person of the guest list as a scanner keeps them: no e-mail address ever. */
export type RosterPerson = {
  registrationId: string;
  name: string;
  department: string | null;
  status: DoorStatus;
  ticketId: string;
  reference: string;
  checkedInAt: Date | null;
  gate: string | null;
};

export type DoorCounts = { registered: number; checkedIn: number };

export type Roster = Page<RosterPerson> & {
  /** To be given back as `since` for what changes later; of several pages, that of the first. */
  asOf: Date;
  counts: DoorCounts;
  ticketKey: { keyId: number; publicKey: string };
};

/** The people who changed since the given instant (everybody without one), oldest change first: nobody is left out, some come twice. */
export async function listRoster(scope: DoorScope, { since, limit, cursor }: RosterInput): Promise<Roster> {
  const asOf = now();
  const list = `roster:${scope.eventId}`;
  const after = openCursor(list, cursor, position);
  const { eventId, updatedAt, id } = registrations;
  const rows = await db()
    .select({
      person: {
        registrationId: id,
        name: registrations.name,
        department: registrations.department,
        status: registrations.status,
        ticketId: registrations.ticketId,
        reference: registrations.reference,
        checkedInAt: registrations.checkedInAt,
        gate: registrations.checkedInGate,
      },
      changed: sql<string>`${updatedAt}::text`,
    })
    .from(registrations)
    .where(
      and(
        eq(eventId, scope.eventId),
        since && gte(updatedAt, new Date(since.getTime() - overlapMs)),
        after ? sql`(${updatedAt}, ${id}) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : undefined,
      ),
    )
    .orderBy(updatedAt, id)
    .limit(limit + 1);
  const page = pageOf(rows, limit, (row) => sealCursor(list, [row.changed, row.person.registrationId]));
  return {
    items: page.items.map(({ person }) => ({ ...person, status: doorStatusOf(person.status) })),
    nextCursor: page.nextCursor,
    asOf,
    counts: await countDoor(scope),
    ticketKey: publicKey(),
  };
}

/** How many hold a seat, and how many of them are in. */
export async function countDoor(scope: DoorScope): Promise<DoorCounts> {
  const [row] = await db()
    .select({ registered: count(), checkedIn: count(registrations.checkedInAt) })
    .from(registrations)
    .where(and(eq(registrations.eventId, scope.eventId), eq(registrations.status, "confirmed")));
  return row ?? { registered: 0, checkedIn: 0 };
}

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
  undoneAt: Date | null;
  undoneBy: string | null;
};

/** Every scan of this event, the latest first. */
export async function listScanLog(scope: DoorScope, { limit, cursor }: ScanLogInput): Promise<Page<LoggedScan>> {
  const list = `scan-log:${scope.eventId}`;
  const after = openCursor(list, cursor, position);
  const scanner = alias(users, "scanner");
  const undoer = alias(users, "undoer");
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
        scannedBy: scanner.name,
        gate: checkIns.gate,
        device: checkIns.device,
        isOffline: checkIns.isOffline,
        undoneAt: checkIns.undoneAt,
        undoneBy: undoer.name,
      },
      at: sql<string>`${scannedAt}::text`,
    })
    .from(checkIns)
    .leftJoin(
      registrations,
      and(eq(registrations.eventId, checkIns.eventId), eq(registrations.id, checkIns.registrationId)),
    )
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
