import { and, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { doorDevices, doorLinks } from "@/db/schema/door";
import { events } from "@/db/schema/events";
import { now } from "@/lib/platform/clock";
import { lookUpTogether } from "@/lib/platform/look-up-together";
import type { DeviceClaim } from "./actor";

/** A door closes so many hours after its event ends. */
export const doorHoursAfterEnd = 6;

/** A phone that may work at the door now. */
export type DoorDevice = {
  deviceId: string;
  /** The member who holds it; null when it came by a link. */
  userId: string | null;
  name: string;
  gate: string | null;
  mayOverride: boolean;
  lastSeenAt: Date;
  waiting: number;
  /**
   * The link that it came by: the gate that this is for, if for one, and since when it opens the
   * door.
   */
  link: { gate: string | null; since: Date } | null;
  /** When it must drop the roster, as things stand. */
  keepUntil: Date;
};

/** The instant at which the door of an event that ends then closes. */
export function doorClosesAt(endsAt: Date): Date {
  return new Date(endsAt.getTime() + doorHoursAfterEnd * 3_600_000);
}

/** The phone, unless it or its link was revoked or has expired, or the event ended long ago: as stored when asked, or later. */
export async function findDevice(claim: DeviceClaim): Promise<DoorDevice | null> {
  const found = await findTogether(claim);
  return found.get(keyOf(claim)) ?? null;
}

// Every call of every phone asks for its own: in a rush they share a query.
const findTogether = lookUpTogether(findDevices);

async function findDevices(claims: DeviceClaim[]): Promise<Map<string, DoorDevice>> {
  const at = now();
  const rows = await db()
    .select({
      ...{ deviceId: doorDevices.id, userId: doorDevices.userId, name: doorDevices.name, gate: doorDevices.gate },
      ...{ lastSeenAt: doorDevices.lastSeenAt, waiting: doorDevices.waiting },
      ...{ mayOverride: sql<boolean>`coalesce(${doorLinks.mayOverride}, false)` },
      linkGate: doorLinks.gate,
      linkSince: doorLinks.createdAt,
      ...{ eventId: events.id, endsAt: events.endsAt, expiresAt: doorLinks.expiresAt },
    })
    .from(doorDevices)
    .innerJoin(events, eq(events.id, doorDevices.eventId))
    .leftJoin(doorLinks, and(eq(doorLinks.eventId, doorDevices.eventId), eq(doorLinks.id, doorDevices.linkId)))
    .where(
      and(
        inArray(doorDevices.eventId, distinct(claims.map(({ eventId }) => eventId))),
        inArray(doorDevices.id, distinct(claims.map(({ deviceId }) => deviceId))),
        ...[isNull(doorDevices.revokedAt), isNull(doorLinks.revokedAt)],
        or(isNull(doorLinks.expiresAt), gt(doorLinks.expiresAt, at)),
      ),
    );
  const open = rows.flatMap(
    ({ eventId, endsAt, expiresAt, linkGate, linkSince, ...device }): [string, DoorDevice][] => {
      const link = linkSince && { gate: linkGate, since: linkSince };
      const closesAt = doorClosesAt(endsAt);
      const keepUntil = expiresAt && expiresAt < closesAt ? expiresAt : closesAt;
      return keepUntil > at ? [[keyOf({ eventId, deviceId: device.deviceId }), { ...device, link, keepUntil }]] : [];
    },
  );
  return new Map(open);
}

function keyOf({ eventId, deviceId }: DeviceClaim): string {
  return `${eventId} ${deviceId}`;
}

function distinct(ids: string[]): string[] {
  return [...new Set(ids)];
}
