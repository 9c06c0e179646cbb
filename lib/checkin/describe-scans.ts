import { and, eq, inArray, ne } from "drizzle-orm";
import { events } from "@/db/schema/events";
import { registrations } from "@/db/schema/registrations";
import type { Transaction } from "@/db/transaction";
import type { StoredScan } from "./internal";
import type { Verdict } from "./rules";

/** The answer to one scan. Fields that say nothing are left out. */
export type ScanResult = {
  scanId: string;
  verdict: Verdict;
  registrationId?: string;
  name?: string;
  department?: string;
  firstCheckedInAt?: Date;
  firstGate?: string;
  correctEventId?: string;
  correctEventTitle?: string;
};

type Named = { registrationId: string; name: string; department: string | null };

/** The answers to stored scans, by scan id, with the people and events named as they are now. */
export async function describeScans(
  tx: Transaction,
  eventId: string,
  scans: StoredScan[],
  known: Named[],
): Promise<Map<string, ScanResult>> {
  const people = new Map(known.map((person) => [person.registrationId, person]));
  const strangers = present(scans.map((scan) => scan.registrationId)).filter((id) => !people.has(id));
  for (const person of await findPeople(tx, eventId, strangers)) people.set(person.registrationId, person);
  const titles = await findTitles(tx, present(scans.map((scan) => scan.correctEventId)));
  const results = scans.map((scan): [string, ScanResult] => {
    const person = scan.registrationId === null ? undefined : people.get(scan.registrationId);
    const correctEventTitle = scan.correctEventId === null ? undefined : titles.get(scan.correctEventId);
    return [
      scan.scanId,
      {
        scanId: scan.scanId,
        verdict: scan.verdict,
        ...(person && { registrationId: person.registrationId, name: person.name }),
        ...(person?.department && { department: person.department }),
        ...(scan.firstCheckedInAt && { firstCheckedInAt: scan.firstCheckedInAt }),
        ...(scan.firstGate && { firstGate: scan.firstGate }),
        ...(scan.correctEventId && { correctEventId: scan.correctEventId }),
        ...(correctEventTitle && { correctEventTitle }),
      },
    ];
  });
  return new Map(results);
}

async function findPeople(tx: Transaction, eventId: string, ids: string[]): Promise<Named[]> {
  if (ids.length === 0) return [];
  return tx
    .select({ registrationId: registrations.id, name: registrations.name, department: registrations.department })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), inArray(registrations.id, ids)));
}

async function findTitles(tx: Transaction, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: events.id, title: events.title })
    .from(events)
    .where(and(inArray(events.id, ids), ne(events.status, "draft")));
  return new Map(rows.map((row) => [row.id, row.title]));
}

function present(ids: (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
