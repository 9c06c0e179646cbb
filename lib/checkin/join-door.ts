import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { doorDevices, doorLinks } from "@/db/schema/door";
import { events } from "@/db/schema/events";
import { afterCommit, inTransaction, type Transaction } from "@/db/transaction";
import { deviceTokenOf, isDoorLinkTokenOf, parseDoorLinkToken } from "@/lib/access/door-token";
import { doorClosesAt } from "@/lib/access/find-device";
import { eventTag, invalidateTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import type { JoinDoorInput } from "./input";

/** What a door link opens. */
export type OpenedLink = {
  linkId: string;
  event: { id: string; title: string; venue: string; startsAt: Date; endsAt: Date; timezone: string };
  gate: string | null;
  closesAt: Date;
};

/** What the link opens, or null once it was revoked, has expired or got another address, and for anything forged. Changes nothing. */
export async function findDoorLink(token: string, tx?: Transaction): Promise<OpenedLink | null> {
  const claim = parseDoorLinkToken(token);
  if (!claim) return null;
  const query = (tx ?? db())
    .select({
      link: doorLinks,
      event: {
        ...{ id: events.id, title: events.title, venue: events.venue, timezone: events.timezone },
        ...{ startsAt: events.startsAt, endsAt: events.endsAt },
      },
    })
    .from(doorLinks)
    .innerJoin(events, eq(events.id, doorLinks.eventId))
    .where(and(eq(doorLinks.eventId, claim.eventId), eq(doorLinks.id, claim.linkId)));
  // Whoever enters holds the link as it is: a revocation at the same time comes before or after.
  const [row] = await (tx ? query.for("share", { of: doorLinks }) : query);
  if (!row || !isDoorLinkTokenOf(token, { ...claim, version: row.link.version })) return null;
  const { link, event } = row;
  const endsWith = doorClosesAt(event.endsAt);
  const closesAt = link.expiresAt && link.expiresAt < endsWith ? link.expiresAt : endsWith;
  if (link.revokedAt || closesAt <= now()) return null;
  return { linkId: link.id, event, gate: link.gate, closesAt };
}

// Phones that were taken out again are not counted.
const mostPhonesOfLink = 100;

/**
 * Lets a phone in by a door link, under the name of whoever holds it; `not_found` once the link
 * opens nothing, `conflict` once it has let in as many phones as it may.
 */
export async function joinDoor({ token, name }: JoinDoorInput): Promise<{ eventId: string; token: string }> {
  return inTransaction(undefined, async (tx) => {
    const link = await findDoorLink(token, tx);
    if (!link) throw new AppError("not_found", "This door link has ended. Ask the organizer for a new one.");
    await requireRoom(tx, link);
    const [eventId, deviceId, at] = [link.event.id, newId(), now()];
    await tx.insert(doorDevices).values({
      ...{ eventId, id: deviceId, linkId: link.linkId, name, gate: link.gate, createdAt: at, lastSeenAt: at },
    });
    afterCommit(tx, () => invalidateTags([eventTag(eventId)]));
    return { eventId, token: deviceTokenOf({ eventId, deviceId }) };
  });
}

/**
 * Two phones at the last place may both get in: what is bounded is what one link can open, not a
 * number of seats.
 */
async function requireRoom(tx: Transaction, { linkId, event }: OpenedLink): Promise<void> {
  const { eventId, revokedAt } = doorDevices;
  const ofLink = and(eq(eventId, event.id), eq(doorDevices.linkId, linkId), isNull(revokedAt));
  if ((await tx.$count(doorDevices, ofLink)) < mostPhonesOfLink) return;
  const detail = `${mostPhonesOfLink} phones have come by this link already. Ask the organizer for another one, or to end the phones not in use.`;
  throw new AppError("conflict", detail);
}
