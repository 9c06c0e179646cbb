import { and, desc, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { checkIns } from "@/db/schema/check-ins";
import { doorDevices, walkIns } from "@/db/schema/door";
import { registrations } from "@/db/schema/registrations";
import { users } from "@/db/schema/users";
import type { OrganizerScope } from "@/lib/access/scopes";
import type { Verdict } from "./rules";

export type Admitting = { at: Date; gate: string | null; by: string | null };

/** Somebody was let in who shouldn't have been: `first` is the admission that stands, null where nobody of that ticket is in. */
export type Conflict = Admitting & {
  scanId: string;
  verdict: Verdict;
  name: string | null;
  isOffline: boolean;
  first: Admitting | null;
};

/** Somebody who came without a ticket and without network, for whom there was no seat. */
export type OpenWalkIn = {
  walkInId: string;
  name: string;
  email: string;
  cameAt: Date;
  by: string | null;
  outcome: (typeof walkIns.$inferSelect)["outcome"];
  isOverCapacity: boolean;
};

const mostShown = 50;

/** The event's conflicts that no organizer has settled, the latest first; at most 50. */
export async function listConflicts({ eventId }: OrganizerScope): Promise<Conflict[]> {
  const standing = alias(checkIns, "standing");
  const [firstPhone, firstPerson] = [alias(doorDevices, "first_phone"), alias(users, "first_person")];
  const rows = await db()
    .select({
      ...{ scanId: checkIns.scanId, verdict: checkIns.verdict, name: registrations.name, at: checkIns.scannedAt },
      ...{ gate: checkIns.gate, isOffline: checkIns.isOffline },
      by: sql<string | null>`coalesce(${doorDevices.name}, ${users.name}, ${checkIns.device})`,
      firstAt: standing.scannedAt,
      firstGate: standing.gate,
      firstBy: sql<string | null>`coalesce(${firstPhone.name}, ${firstPerson.name}, ${standing.device})`,
    })
    .from(checkIns)
    .leftJoin(registrations, and(eq(registrations.eventId, eventId), eq(registrations.id, checkIns.registrationId)))
    .leftJoin(doorDevices, and(eq(doorDevices.eventId, eventId), eq(doorDevices.id, checkIns.deviceId)))
    .leftJoin(users, eq(users.id, checkIns.scannedBy))
    .leftJoin(
      standing,
      and(
        ...[eq(standing.eventId, eventId), eq(standing.registrationId, checkIns.registrationId)],
        eq(standing.isStanding, true),
      ),
    )
    .leftJoin(firstPhone, and(eq(firstPhone.eventId, eventId), eq(firstPhone.id, standing.deviceId)))
    .leftJoin(firstPerson, eq(firstPerson.id, standing.scannedBy))
    .where(and(eq(checkIns.eventId, eventId), eq(checkIns.isConflict, true), isNull(checkIns.settledAt)))
    .orderBy(desc(checkIns.scannedAt), desc(checkIns.scanId))
    .limit(mostShown);
  return rows.map(({ firstAt, firstGate, firstBy, ...row }) => ({
    ...row,
    first: firstAt && { at: firstAt, gate: firstGate, by: firstBy },
  }));
}

/** Those who came without a ticket and found no seat, until they get one or an organizer has seen to it; at most 50. */
export async function listOpenWalkIns({ eventId }: OrganizerScope): Promise<OpenWalkIn[]> {
  const isRefused = and(eq(walkIns.isOffline, true), inArray(walkIns.outcome, ["full", "closed"]));
  return db()
    .select({
      ...{ walkInId: walkIns.id, name: walkIns.name, email: walkIns.email, cameAt: walkIns.cameAt },
      ...{ outcome: walkIns.outcome, isOverCapacity: walkIns.isOverCapacity, by: doorDevices.name },
    })
    .from(walkIns)
    .leftJoin(registrations, and(eq(registrations.eventId, eventId), eq(registrations.id, walkIns.registrationId)))
    .leftJoin(doorDevices, and(eq(doorDevices.eventId, eventId), eq(doorDevices.id, walkIns.deviceId)))
    .where(
      and(
        ...[eq(walkIns.eventId, eventId), isNull(walkIns.settledAt), or(walkIns.isOverCapacity, isRefused)],
        or(isNull(registrations.status), ne(registrations.status, "confirmed")),
      ),
    )
    .orderBy(desc(walkIns.cameAt), desc(walkIns.id))
    .limit(mostShown);
}
