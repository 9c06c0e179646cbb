import { and, eq } from "drizzle-orm";
import { checkIns } from "@/db/schema/check-ins";
import { doorDevices, doorLinks } from "@/db/schema/door";
import type { Transaction } from "@/db/transaction";
import type { Random } from "./random";

export type SeededAdmission = { registrationId: string; scannedAt: Date; gate: string | null };

type Door = { eventId: string; organizerId: string; admitted: SeededAdmission[]; at: Date };

const minuteMs = 60_000;
const phones = [
  { name: "Mia Sommer", gate: "Main entrance", waiting: 0, quietMinutes: 0 },
  { name: "Jonas Brandt", gate: "Side door", waiting: 3, quietMinutes: 12 },
];

/** The door of the event under way: a link, a phone at each gate, and one ticket that both let in. */
export async function staffDoor(
  tx: Transaction,
  random: Random,
  { eventId, organizerId, admitted, at }: Door,
): Promise<void> {
  const linkId = random.opaqueId();
  const createdAt = new Date(at.getTime() - 3 * 60 * minuteMs);
  await tx.insert(doorLinks).values({ eventId, id: linkId, createdBy: organizerId, createdAt });
  const devices = phones.map(({ quietMinutes, ...phone }) => ({
    ...{ eventId, id: random.opaqueId(), linkId, createdAt, ...phone },
    lastSeenAt: new Date(at.getTime() - quietMinutes * minuteMs),
  }));
  await tx.insert(doorDevices).values(devices);
  for (const { id, gate } of devices)
    await tx
      .update(checkIns)
      .set({ deviceId: id })
      .where(and(eq(checkIns.eventId, eventId), eq(checkIns.gate, gate)));
  const first = admitted.find(({ gate }) => gate === "Main entrance");
  const side = devices.find(({ gate }) => gate === "Side door");
  if (!first || !side) return;
  await tx.insert(checkIns).values({
    ...{
      eventId,
      scanId: random.opaqueId(),
      registrationId: first.registrationId,
      verdict: "conflict",
      isConflict: true,
    },
    ...{ scannedAt: new Date(first.scannedAt.getTime() + 4 * minuteMs), receivedAt: at, isOffline: true },
    ...{ gate: side.gate, deviceId: side.id, firstCheckedInAt: first.scannedAt, firstGate: first.gate },
  });
}
