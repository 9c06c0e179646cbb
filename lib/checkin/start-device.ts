import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { doorDevices } from "@/db/schema/door";
import { users } from "@/db/schema/users";
import type { Person } from "@/lib/access/actor";
import { deviceTokenOf } from "@/lib/access/door-token";
import type { DoorDevice } from "@/lib/access/find-device";
import type { DoorScope } from "@/lib/access/scopes";
import { eventTag, invalidateTags } from "@/lib/platform/cache";
import { now } from "@/lib/platform/clock";
import { notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import type { StartDeviceInput } from "./input";

export type StartedDevice = { deviceId: string; name: string; gate: string | null; token: string };

/**
 * Makes the phone known to the door, so that its scans are put down to it and to whoever holds it.
 * A phone that is known already keeps its id and takes the new gate, and a member's the new name; a
 * member's new one ends with the session that it is opened in.
 */
export async function startDevice(
  scope: DoorScope,
  session: Pick<Person, "sessionId"> | null,
  input: StartDeviceInput,
): Promise<StartedDevice> {
  const { eventId, actorId, device } = scope;
  const row = device ? await rename(eventId, device, input) : await create(eventId, actorId, session, input);
  await invalidateTags([eventTag(eventId)]);
  return { deviceId: row.id, name: row.name, gate: row.gate, token: deviceTokenOf({ eventId, deviceId: row.id }) };
}

// Whoever came by a link stays who they said they were, at the gate that the link is for.
async function rename(eventId: string, { deviceId, link }: DoorDevice, input: StartDeviceInput) {
  const name = link ? undefined : input.name;
  const gate = link?.gate ?? input.gate;
  const [row] = await db()
    .update(doorDevices)
    .set({ name, gate, lastSeenAt: now() })
    .where(and(eq(doorDevices.eventId, eventId), eq(doorDevices.id, deviceId)))
    .returning();
  if (!row) throw notFound();
  return row;
}

async function create(
  eventId: string,
  userId: string | null,
  session: Pick<Person, "sessionId"> | null,
  { name, gate }: StartDeviceInput,
) {
  if (userId === null) throw new Error("a phone without a member has come by a link and is known already");
  const [member] = await db().select({ name: users.name }).from(users).where(eq(users.id, userId));
  const at = now();
  const [row] = await db()
    .insert(doorDevices)
    .values({
      ...{ eventId, id: newId(), userId, sessionId: session?.sessionId ?? null },
      ...{ name: name ?? member?.name ?? "", gate: gate ?? null, createdAt: at, lastSeenAt: at },
    })
    .returning();
  if (!row) throw new Error("a phone just stored is not there");
  return row;
}
