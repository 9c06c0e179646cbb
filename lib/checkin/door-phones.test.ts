import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { doorDevices } from "@/db/schema/door";
import { events } from "@/db/schema/events";
import type { Actor } from "@/lib/access/actor";
import { findDeviceOfToken } from "@/lib/access/door-token";
import { type OrganizerScope, requireDoor, requireOrganizer } from "@/lib/access/scopes";
import { startSession } from "@/lib/access/sessions";
import { now } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/id";
import { stageDoor, stagePerson, stageTicket } from "@/lib/testing/stage-door";
import { checkIn } from "./check-in";
import { listDevices, listDoorLinks } from "./door-set-up";
import { makeDoorLinkInput } from "./input";
import { findDoorLink, joinDoor } from "./join-door";
import { makeDoorLink } from "./make-door-link";
import { listRoster } from "./queries";
import { revokeDevice } from "./revoke-device";
import { revokeDoorLink } from "./revoke-door-link";
import { listScanLog } from "./scan-log";
import { startDevice } from "./start-device";

const ended = { code: "unauthenticated" };

async function stageLink(link: Record<string, unknown> = {}) {
  const door = await stageDoor();
  const organizer = await requireOrganizer(door.organizer, door.eventId);
  await makeDoorLink(organizer, makeDoorLinkInput.parse(link));
  return { ...door, organizer, token: await tokenOf(organizer) };
}

async function tokenOf(organizer: OrganizerScope): Promise<string> {
  const [link] = await listDoorLinks(organizer);
  return link?.url.split("/").at(-1) ?? "";
}

async function join(token: string, name = "Mia"): Promise<Actor> {
  const joined = await joinDoor({ token, name });
  const claim = findDeviceOfToken(joined.token);
  if (!claim) throw new Error("the phone got no genuine token");
  return { kind: "device", ...claim };
}

describe("a door link", () => {
  it("opens its event's door without an account, and puts every scan down to phone and name", async () => {
    const { eventId, organizer, token } = await stageLink({ gate: "North" });
    expect(await findDoorLink(token)).toMatchObject({ event: { id: eventId, title: "Summer Lab" }, gate: "North" });
    const scope = await requireDoor(await join(token, "Mia"), eventId);
    expect(scope).toMatchObject({ actorId: null, mayOrganize: false, mayOverride: false });
    const ada = await stageTicket(eventId);
    const scan = { scanId: newId(), ticket: ada.code, scannedAt: now(), offline: false };
    await checkIn(scope, { scans: [scan], waiting: 7 });
    const { items } = await listScanLog(scope, { limit: 5 });
    expect(items).toMatchObject([{ scannedBy: "Mia", gate: "North", verdict: "admitted" }]);
    expect((await listRoster(scope, { limit: 5 })).items).toMatchObject([{ admittedBy: "Mia", gate: "North" }]);
    expect(await listDevices(organizer)).toMatchObject([{ name: "Mia", gate: "North", waiting: 7, isMember: false }]);
  });

  it("keeps its phones at its gate and under their name, and admits nobody before it was made", async () => {
    const { eventId, token } = await stageLink({ gate: "North" });
    const actor = await join(token, "Mia");
    const before = await requireDoor(actor, eventId);
    expect(await startDevice(before, null, { eventId, name: "Security Chief", gate: "VIP" } as never)).toMatchObject({
      name: "Mia",
      gate: "North",
    });
    const scope = await requireDoor(actor, eventId);
    const ada = await stageTicket(eventId);
    const scannedAt = new Date("2020-01-01T00:00:00Z");
    const scan = { scanId: newId(), ticket: ada.code, scannedAt, gate: "VIP", offline: true };
    await checkIn(scope, { scans: [scan] });
    const { items } = await listScanLog(scope, { limit: 5 });
    expect(items).toMatchObject([{ scannedBy: "Mia", gate: "North", verdict: "admitted" }]);
    expect(items[0]?.scannedAt).toEqual(scope.device?.link?.since);
  });

  it("lets in a hundred phones, and another one for each that was taken out", async () => {
    const { organizer, token } = await stageLink();
    for (let nth = 0; nth < 100; nth++) await joinDoor({ token, name: `Helper ${nth}` });
    await expect(joinDoor({ token, name: "One more" })).rejects.toMatchObject({ code: "conflict" });
    const [phone] = await listDevices(organizer);
    await revokeDevice(organizer, { deviceId: phone?.deviceId ?? "" });
    // Taking a phone out gives the link another address.
    const renewed = await tokenOf(organizer);
    await joinDoor({ token: renewed, name: "One more" });
    await expect(joinDoor({ token: renewed, name: "Yet another" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("opens no other door, and nothing when it is forged or altered", async () => {
    const { token } = await stageLink();
    const other = await stageLink();
    await expect(requireDoor(await join(token), other.eventId)).rejects.toMatchObject(ended);
    const altered = [token.slice(0, -1), `${token.slice(0, 63)}${token.at(-1) === "A" ? "B" : "A"}`, "x", ""];
    const mixed = `${other.token.slice(0, 21)}${token.slice(21)}`;
    for (const text of [...altered, mixed]) {
      expect(await findDoorLink(text)).toBeNull();
      await expect(joinDoor({ token: text, name: "Eve" })).rejects.toMatchObject({ code: "not_found" });
    }
    expect(findDeviceOfToken(token)).toBeNull();
  });

  it("ends with its phones when it is revoked, when its time is over, and some hours after the event", async () => {
    const revoked = await stageLink();
    const phone = await join(revoked.token);
    const [link] = await listDoorLinks(revoked.organizer);
    await revokeDoorLink(revoked.organizer, { linkId: link?.linkId ?? "" });
    expect(await findDoorLink(revoked.token)).toBeNull();
    await expect(requireDoor(phone, revoked.eventId)).rejects.toMatchObject(ended);
    expect(await listDoorLinks(revoked.organizer)).toEqual([]);
    expect(await listDevices(revoked.organizer)).toEqual([]);

    const over = await stageLink();
    const late = await join(over.token);
    const hoursAgo = (hours: number) => new Date(now().getTime() - hours * 3_600_000);
    const ends = (endsAt: Date) => db().update(events).set({ endsAt }).where(eq(events.id, over.eventId));
    await db()
      .update(events)
      .set({ startsAt: hoursAgo(20) })
      .where(eq(events.id, over.eventId));
    await ends(hoursAgo(5));
    expect(await requireDoor(late, over.eventId)).toMatchObject({ eventId: over.eventId });
    await ends(hoursAgo(7));
    expect(await findDoorLink(over.token)).toBeNull();
    await expect(requireDoor(late, over.eventId)).rejects.toMatchObject(ended);
  });

  it("is made, shown and revoked by its organizer only", async () => {
    const { eventId, staff, organizer } = await stageLink();
    const other = await stageLink();
    await expect(requireOrganizer(staff, eventId)).rejects.toMatchObject({ code: "not_found" });
    const [link] = await listDoorLinks(organizer);
    await revokeDoorLink(other.organizer, { linkId: link?.linkId ?? "" });
    expect(await listDoorLinks(organizer)).toHaveLength(1);
  });
});

describe("a lost phone", () => {
  it("is shut out in one tap and finds no way back by its link, while the others go on", async () => {
    const { eventId, organizer, token } = await stageLink();
    const [lost, kept] = [await join(token, "Lost"), await join(token, "Kept")];
    if (lost.kind !== "device") throw new Error("a phone that joined is a device");
    await revokeDevice(organizer, lost);
    await expect(requireDoor(lost, eventId)).rejects.toMatchObject(ended);
    expect(await findDoorLink(token)).toBeNull();
    expect(await requireDoor(kept, eventId)).toMatchObject({ device: { name: "Kept" } });
    const fresh = await tokenOf(organizer);
    expect(fresh).not.toBe(token);
    expect(await requireDoor(await join(fresh, "New"), eventId)).toMatchObject({ device: { name: "New" } });
  });

  it("of a member loses its session, and that door at once", async () => {
    const { eventId, staff, organizer } = await stageLink();
    const { person } = await startSession(staff.userId, { method: "code" });
    const { deviceId, token } = await startDevice(await requireDoor(person, eventId), person, {});
    const device = findDeviceOfToken(token) ?? undefined;
    expect(await requireDoor({ ...person, device }, eventId)).toMatchObject({
      actorId: staff.userId,
      device: { deviceId, name: "Sam Door" },
    });
    await revokeDevice(organizer, { deviceId });
    for (const actor of [person, { ...person, device }])
      await expect(requireDoor(actor, eventId)).rejects.toMatchObject(ended);
    const again = await startSession(staff.userId, { method: "code" });
    expect(await requireDoor(again.person, eventId)).toMatchObject({ actorId: staff.userId });
  });

  it("is nobody's way into a member's right", async () => {
    const { eventId, staff } = await stageLink();
    const { deviceId } = await startDevice(await requireDoor(staff, eventId), staff, {});
    const claim = { eventId, deviceId };
    await expect(requireDoor({ kind: "device", ...claim }, eventId)).rejects.toMatchObject(ended);
    await expect(requireDoor({ ...(await stagePerson()), device: claim }, eventId)).rejects.toMatchObject(ended);
  });
});

it("keeps the id, the name and the gate of a phone that starts again", async () => {
  const { eventId, token } = await stageLink();
  const actor = await join(token, "Mia");
  const first = await startDevice(await requireDoor(actor, eventId), null, { gate: "South" });
  const second = await startDevice(await requireDoor(actor, eventId), null, { name: "Mia B." });
  expect(second).toMatchObject({ deviceId: first.deviceId, name: "Mia", gate: "South" });
  expect(await db().$count(doorDevices, eq(doorDevices.eventId, eventId))).toBe(1);
});
