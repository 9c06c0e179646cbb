import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { doorDevices } from "@/db/schema/door";
import type { DoorScope } from "@/lib/access/scopes";
import { now } from "@/lib/platform/clock";

const worthStoringMs = 5_000;
const mostMs = 2 ** 31 - 1;

/** Puts down that the phone was in touch, how many scans wait on it and how far its clock is off; at most every five seconds if nothing changed. */
export async function hearFromDevice(
  { eventId, device }: DoorScope,
  said: { waiting?: number; clockOffsetMs?: number } = {},
): Promise<void> {
  if (!device) return;
  const at = now();
  const isNews = said.waiting !== undefined && said.waiting !== device.waiting;
  if (!isNews && at.getTime() - device.lastSeenAt.getTime() < worthStoringMs) return;
  const clockOffsetMs = said.clockOffsetMs && Math.max(-mostMs, Math.min(mostMs, said.clockOffsetMs));
  await db()
    .update(doorDevices)
    .set({ lastSeenAt: at, waiting: said.waiting, clockOffsetMs })
    .where(and(eq(doorDevices.eventId, eventId), eq(doorDevices.id, device.deviceId)));
}
