import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { doorDevices, doorLinks } from "@/db/schema/door";
import { events } from "@/db/schema/events";
import { now } from "@/lib/platform/clock";
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
  /** When it must drop the roster, as things stand. */
  keepUntil: Date;
};

/** The instant at which the door of an event that ends then closes. */
export function doorClosesAt(endsAt: Date): Date {
  return new Date(endsAt.getTime() + doorHoursAfterEnd * 3_600_000);
}

/** The phone, unless it or its link was revoked or has expired, or the event ended long ago. */
export async function findDevice({ eventId, deviceId }: DeviceClaim): Promise<DoorDevice | null> {
  const at = now();
  const [row] = await db()
    .select({
      ...{ deviceId: doorDevices.id, userId: doorDevices.userId, name: doorDevices.name, gate: doorDevices.gate },
      ...{ lastSeenAt: doorDevices.lastSeenAt, waiting: doorDevices.waiting },
      ...{ mayOverride: sql<boolean>`coalesce(${doorLinks.mayOverride}, false)` },
      ...{ endsAt: events.endsAt, expiresAt: doorLinks.expiresAt },
    })
    .from(doorDevices)
    .innerJoin(events, eq(events.id, doorDevices.eventId))
    .leftJoin(doorLinks, and(eq(doorLinks.eventId, doorDevices.eventId), eq(doorLinks.id, doorDevices.linkId)))
    .where(
      and(
        ...[eq(doorDevices.eventId, eventId), eq(doorDevices.id, deviceId)],
        ...[isNull(doorDevices.revokedAt), isNull(doorLinks.revokedAt)],
        or(isNull(doorLinks.expiresAt), gt(doorLinks.expiresAt, at)),
      ),
    );
  if (!row) return null;
  const { endsAt, expiresAt, ...device } = row;
  const closesAt = doorClosesAt(endsAt);
  const keepUntil = expiresAt && expiresAt < closesAt ? expiresAt : closesAt;
  return keepUntil > at ? { ...device, keepUntil } : null;
}
