import { and, count, desc, eq, gt, isNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { doorDevices, doorLinks } from "@/db/schema/door";
import type { Transaction } from "@/db/transaction";
import { doorLinkTokenOf } from "@/lib/access/door-token";
import type { OrganizerScope } from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";
import { config } from "@/lib/platform/config";

export type DoorLink = {
  linkId: string;
  url: string;
  gate: string | null;
  mayOverride: boolean;
  expiresAt: Date | null;
  /** Phones that came by it and were not revoked. */
  devices: number;
};

export type KnownDevice = {
  deviceId: string;
  name: string;
  gate: string | null;
  isMember: boolean;
  lastSeenAt: Date;
  waiting: number;
  clockOffsetMs: number;
};

const mostDevices = 200;

/** The links that open the event's door now, the newest first. */
export async function listDoorLinks({ eventId }: OrganizerScope): Promise<DoorLink[]> {
  const devices = db()
    .select({ devices: count() })
    .from(doorDevices)
    .where(
      and(
        ...[eq(doorDevices.eventId, doorLinks.eventId), eq(doorDevices.linkId, doorLinks.id)],
        isNull(doorDevices.revokedAt),
      ),
    );
  const rows = await db()
    .select({ link: doorLinks, devices: sql<number>`(${devices})::int` })
    .from(doorLinks)
    .where(isOpen(eventId))
    .orderBy(desc(doorLinks.createdAt), desc(doorLinks.id));
  return rows.map(({ link: { id: linkId, version, gate, mayOverride, expiresAt }, devices }) => ({
    ...{ linkId, gate, mayOverride, expiresAt, devices },
    url: `${config().APP_URL}/door/link/${doorLinkTokenOf({ eventId, linkId, version })}`,
  }));
}

/** How many links open the event's door. */
export async function countOpenLinks(tx: Transaction, eventId: string): Promise<number> {
  return tx.$count(doorLinks, isOpen(eventId));
}

/** The phones that may work at the event's door, those last in touch first; at most 200. */
export async function listDevices({ eventId }: OrganizerScope): Promise<KnownDevice[]> {
  return db()
    .select({
      ...{ deviceId: doorDevices.id, name: doorDevices.name, gate: doorDevices.gate },
      ...{ isMember: sql<boolean>`${doorDevices.userId} is not null`, lastSeenAt: doorDevices.lastSeenAt },
      ...{ waiting: doorDevices.waiting, clockOffsetMs: doorDevices.clockOffsetMs },
    })
    .from(doorDevices)
    .leftJoin(doorLinks, and(eq(doorLinks.eventId, doorDevices.eventId), eq(doorLinks.id, doorDevices.linkId)))
    .where(
      and(
        ...[eq(doorDevices.eventId, eventId), isNull(doorDevices.revokedAt), isNull(doorLinks.revokedAt)],
        or(isNull(doorLinks.expiresAt), gt(doorLinks.expiresAt, now())),
      ),
    )
    .orderBy(desc(doorDevices.lastSeenAt), desc(doorDevices.id))
    .limit(mostDevices);
}

function isOpen(eventId: string) {
  return and(
    ...[eq(doorLinks.eventId, eventId), isNull(doorLinks.revokedAt)],
    or(isNull(doorLinks.expiresAt), gt(doorLinks.expiresAt, now())),
  );
}
