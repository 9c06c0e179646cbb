import { expect, it } from "vitest";
import { db } from "@/db/client";
import { doorDevices, doorLinks } from "@/db/schema/door";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { stageDoor } from "@/lib/testing/stage-door";
import { findDevice } from "./find-device";

const at = () => ({ createdAt: now(), lastSeenAt: now() });
const ago = () => new Date(now().getTime() - 1_000);

async function stagePhones(eventId: string, link: Partial<typeof doorLinks.$inferInsert> = {}) {
  const linkId = newId();
  await db()
    .insert(doorLinks)
    .values({ eventId, id: linkId, createdAt: now(), ...link });
  const phones = Array.from({ length: 10 }, () => ({ eventId, id: newId(), linkId, name: newId(), ...at() }));
  await db().insert(doorDevices).values(phones);
  return phones;
}

it("finds each of many who ask at once, and none that may not work any more or at another event", async () => {
  const [here, there] = await Promise.all([stageDoor(), stageDoor()]);
  const longOver = await stageDoor({ startsAt: new Date("2020-01-01T10:00Z"), endsAt: new Date("2020-01-01T12:00Z") });
  const good = [
    ...(await stagePhones(here.eventId, { mayOverride: true })),
    ...(await stagePhones(there.eventId, { expiresAt: new Date(now().getTime() + 60_000) })),
  ];
  const revoked = { ...{ eventId: here.eventId, id: newId(), name: "Lost" }, ...at(), revokedAt: ago() };
  await db().insert(doorDevices).values(revoked);
  const bad = [
    ...(await stagePhones(here.eventId, { revokedAt: ago() })),
    ...(await stagePhones(there.eventId, { expiresAt: ago() })),
    ...(await stagePhones(longOver.eventId)),
    ...[revoked, { eventId: here.eventId, id: newId() }],
    ...good.slice(0, 10).map(({ id }) => ({ eventId: there.eventId, id })),
  ];
  const asked = [...good, ...bad].toSorted((one, other) => one.id.localeCompare(other.id));
  const found = await Promise.all(asked.map(({ eventId, id }) => findDevice({ eventId, deviceId: id })));
  const names = new Map(good.map((phone) => [`${phone.eventId} ${phone.id}`, phone.name]));
  expect(found.map((device) => device?.name)).toEqual(asked.map(({ eventId, id }) => names.get(`${eventId} ${id}`)));
  expect(found.filter((device) => device?.mayOverride)).toHaveLength(10);
});

it("knows of a revocation that was made before it was asked, however many ask", async () => {
  const { eventId } = await stageDoor();
  const [phone] = await stagePhones(eventId);
  const claim = { eventId, deviceId: phone?.id ?? "" };
  const early = [findDevice(claim), findDevice(claim)];
  await db().update(doorDevices).set({ revokedAt: now() });
  expect(await Promise.all([findDevice(claim), findDevice(claim)])).toEqual([null, null]);
  await Promise.all(early);
});
