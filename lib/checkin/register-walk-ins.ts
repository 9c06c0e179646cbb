import { and, eq, inArray, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { walkIns } from "@/db/schema/door";
import type { DoorScope } from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";
import { admitScans } from "./admit-scans";
import type { ScanResult } from "./describe-scans";
import { findPlaces, type Place } from "./find-places";
import { hearFromDevice } from "./hear-from-device";
import type { WalkInInput, WalkInsInput } from "./input";
import type { ReadScan } from "./judge-batch";
import { clockOffsetOf, ourInstant } from "./phone-clock";

type StoredWalkIn = typeof walkIns.$inferSelect;
type Outcome = NonNullable<StoredWalkIn["outcome"]>;

/** What became of somebody who came without a ticket; with the verdict of their scan where they have a registration that may come in. */
export type WalkInResult = Partial<Omit<ScanResult, "scanId">> & {
  walkInId: string;
  outcome: Outcome;
  isOverCapacity: boolean;
};

const noSeatLeft = "Came without a ticket, and was in before the phone could ask for a seat";

/**
 * Registers those who came without a ticket and lets them in, idempotent by walk-in id: in the order given, never more seats than
 * capacity. Whoever was let in without network and finds no seat is recorded as in, over capacity, for the organizer to see.
 */
export async function registerWalkIns(scope: DoorScope, input: WalkInsInput): Promise<{ results: WalkInResult[] }> {
  const receivedAt = now();
  const clockOffsetMs = clockOffsetOf(input.sentAt, receivedAt);
  const came = new Map(
    input.walkIns.map((walkIn) => [
      walkIn.walkInId,
      { ...walkIn, cameAt: ourInstant(walkIn.scannedAt, clockOffsetMs, receivedAt, scope.device?.link) },
    ]),
  );
  const stored = await claim(scope, [...came.values()], receivedAt);
  const open = stored.filter(({ outcome }) => outcome === null);
  const places = await findPlaces(scope.eventId, open);
  const scans = stored.map((walkIn) =>
    scanOf(scope, walkIn, places.get(walkIn.id), { gate: came.get(walkIn.id)?.gate, receivedAt }),
  );
  const [byScan] = await Promise.all([
    admitScans(
      scope.eventId,
      scans.filter((scan) => scan !== null),
    ),
    hearFromDevice(scope, { clockOffsetMs }),
  ]);
  const settled = await Promise.all(
    stored.map(async (walkIn) => {
      const place = places.get(walkIn.id);
      return walkIn.outcome === null && place ? settle(walkIn, place) : walkIn;
    }),
  );
  const byId = new Map(settled.map((walkIn) => [walkIn.id, resultOf(walkIn, byScan.get(walkIn.scanId))]));
  return { results: input.walkIns.flatMap(({ walkInId }) => byId.get(walkInId) ?? []) };
}

/** Puts them down before anything is decided, so that whoever is cut off here is known, and returns them as they stand. */
async function claim(
  { eventId, device }: DoorScope,
  came: (WalkInInput & { cameAt: Date })[],
  receivedAt: Date,
): Promise<StoredWalkIn[]> {
  const rows = came.map(({ walkInId, scanId, name, email, department, offline, cameAt }) => ({
    ...{ eventId, id: walkInId, scanId, name, email, department: department ?? null, cameAt, receivedAt },
    ...{ isOffline: offline, deviceId: device?.deviceId ?? null },
  }));
  await db().insert(walkIns).values(rows).onConflictDoNothing();
  const ids = rows.map(({ id }) => id);
  const stored = await db()
    .select()
    .from(walkIns)
    .where(and(eq(walkIns.eventId, eventId), inArray(walkIns.id, ids)));
  return stored.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** The scan that lets them in; one that was settled before gets its first verdict by its id. */
function scanOf(
  { actorId, device }: DoorScope,
  walkIn: StoredWalkIn,
  place: Place | undefined,
  { gate, receivedAt }: { gate: string | undefined; receivedAt: Date },
): ReadScan | null {
  const { scanId, cameAt, isOffline, outcome } = walkIn;
  if (outcome !== null) return walkIn.registrationId === null ? null : { ...base(), claim: { kind: "none" } };
  if (!place || "refused" in place || outcomeOf(walkIn, place) === "waitlisted") return null;
  return {
    ...base(),
    claim: { kind: "ours", ticketId: place.ticketId },
    overrideReason: place.status === "confirmed" ? null : noSeatLeft,
  };

  function base() {
    return {
      ...{ scanId, scannedAt: cameAt, offline: isOffline, letIn: isOffline, label: null, overrideReason: null },
      gate: device?.link?.gate ?? gate ?? device?.gate ?? undefined,
      device: device?.deviceId,
      ...{ receivedAt, scannedBy: actorId, deviceId: device?.deviceId ?? null },
    };
  }
}

function outcomeOf({ isOffline }: StoredWalkIn, place: Place): Outcome {
  if ("refused" in place) return place.refused;
  if (place.status !== "confirmed" && !isOffline) return "waitlisted";
  return place.isNew ? "admitted" : "already_registered";
}

/** Keeps the first outcome for ever. */
async function settle(walkIn: StoredWalkIn, place: Place): Promise<StoredWalkIn> {
  const isThis = and(eq(walkIns.eventId, walkIn.eventId), eq(walkIns.id, walkIn.id));
  const isIn = !("refused" in place) && walkIn.isOffline;
  const [settled] = await db()
    .update(walkIns)
    .set({
      outcome: outcomeOf(walkIn, place),
      registrationId: "refused" in place ? null : place.registrationId,
      isOverCapacity: isIn && place.status !== "confirmed",
    })
    .where(and(isThis, isNull(walkIns.outcome)))
    .returning();
  if (settled) return settled;
  const [earlier] = await db().select().from(walkIns).where(isThis);
  return earlier ?? walkIn;
}

function resultOf(walkIn: StoredWalkIn, scan: ScanResult | undefined): WalkInResult {
  const { scanId: _, ...said } = scan ?? { scanId: "" };
  const { id, outcome, isOverCapacity, registrationId } = walkIn;
  if (outcome === null) throw new Error("a walk-in was left unsettled");
  return { walkInId: id, outcome, isOverCapacity, ...(registrationId && { registrationId }), ...said };
}
