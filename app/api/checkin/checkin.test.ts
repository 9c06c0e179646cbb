import { expect, it } from "vitest";
import { issueAccessToken } from "@/lib/access/access-token";
import type { Person } from "@/lib/access/actor";
import { requireOrganizer } from "@/lib/access/scopes";
import { checkIn } from "@/lib/checkin/check-in";
import { listDoorLinks } from "@/lib/checkin/door-set-up";
import { joinDoor } from "@/lib/checkin/join-door";
import { makeDoorLink } from "@/lib/checkin/make-door-link";
import { revokeDoorLink } from "@/lib/checkin/revoke-door-link";
import { newId } from "@/lib/platform/id";
import { stageDoor, stagePerson, stageTicket } from "@/lib/testing/stage-door";
import { POST as postDevice } from "./devices/route";
import { GET as getLive } from "./live/route";
import { GET as getLog } from "./log/route";
import { GET as getRoster } from "./roster/route";
import { POST as postScans } from "./route";
import { POST as postUndo } from "./undo/route";
import { POST as postWalkIns } from "./walk-ins/route";

type Handler = typeof postScans;

async function call(handler: Handler, person: Person | null, path: string, body?: unknown) {
  const headers = new Headers({ "Content-Type": "application/json" });
  if (person) headers.set("Authorization", `Bearer ${await issueAccessToken(person)}`);
  const init = body === undefined ? { headers } : { method: "POST", headers, body: JSON.stringify(body) };
  const answer = await handler(new Request(`http://localhost:3000${path}`, init));
  return { status: answer.status, body: await answer.json() };
}

const scanOf = (ticket: string, scan = {}) => ({
  scanId: newId(),
  ticket,
  scannedAt: new Date().toISOString(),
  ...scan,
});

it("checks in, undoes, and tells roster and log to door staff", async () => {
  const { eventId, staff } = await stageDoor();
  const ada = await stageTicket(eventId, { name: "Ada" });
  const scans = [scanOf(ada.code, { gate: "North" }), scanOf("nonsense")];
  const checked = await call(postScans, staff, "/api/checkin", { eventId, scans });
  expect(checked).toMatchObject({
    status: 200,
    body: {
      results: [
        { scanId: scans[0]?.scanId, verdict: "admitted", name: "Ada", registrationId: ada.registrationId },
        { scanId: scans[1]?.scanId, verdict: "not_a_ticket" },
      ],
    },
  });
  const roster = await call(getRoster, staff, `/api/checkin/roster?eventId=${eventId}`);
  expect(roster.body).toMatchObject({
    items: [{ name: "Ada", gate: "North", checkedInAt: expect.stringMatching(/\.\d{3}Z$/) }],
    counts: { registered: 1, checkedIn: 1 },
    nextCursor: null,
  });
  const { registrationId } = ada;
  expect(await call(postUndo, staff, "/api/checkin/undo", { eventId, registrationId })).toMatchObject({ status: 200 });
  const log = await call(getLog, staff, `/api/checkin/log?eventId=${eventId}`);
  expect(log.body.items).toHaveLength(2);
});

it("does not exist for strangers and other events' staff, and asks the unknown to sign in", async () => {
  const { eventId } = await stageDoor();
  const { staff: otherStaff } = await stageDoor();
  const { registrationId } = await stageTicket(eventId);
  const walkIn = { walkInId: newId(), scanId: newId(), name: "Wanda", email: "wanda@example.test" };
  const walkIns = [{ ...walkIn, scannedAt: new Date().toISOString() }];
  const calls: [Handler, string, unknown?][] = [
    [postWalkIns, "/api/checkin/walk-ins", { eventId, walkIns }],
    [postDevice, "/api/checkin/devices", { eventId }],
    [getLive, `/api/checkin/live?eventId=${eventId}`],
    [postScans, "/api/checkin", { eventId, scans: [scanOf("x")] }],
    [postUndo, "/api/checkin/undo", { eventId, registrationId }],
    [getRoster, `/api/checkin/roster?eventId=${eventId}`],
    [getLog, `/api/checkin/log?eventId=${eventId}`],
  ];
  for (const [handler, path, body] of calls) {
    for (const person of [await stagePerson(), otherStaff]) {
      expect(await call(handler, person, path, body)).toMatchObject({ status: 404, body: { code: "not_found" } });
    }
    expect(await call(handler, null, path, body)).toMatchObject({ status: 401 });
  }
});

it.each([
  ["no scans", []],
  ["501 scans", Array.from({ length: 501 }, () => scanOf("x"))],
  ["an id that is none", [scanOf("x", { scanId: "7" })]],
  ["an instant without a zone", [scanOf("x", { scannedAt: "2030-05-01T09:00:00" })]],
  ["an instant that is none", [scanOf("x", { scannedAt: "yesterday" })]],
  ["a reason that says nothing", [scanOf("x", { override: { reason: " " } })]],
  ["an instant before there were phones", [scanOf("x", { scannedAt: "0001-01-01T00:00:00Z" })]],
  ["an empty ticket", [scanOf("  ")]],
  ["a gate with a NUL", [scanOf("x", { gate: "a\u0000b" })]],
  ["a gate of 81 characters", [scanOf("x", { gate: "g".repeat(81) })]],
])("refuses %s as invalid input", async (_, scans) => {
  const { eventId, staff } = await stageDoor();
  const answer = await call(postScans, staff, "/api/checkin", { eventId, scans });
  expect(answer).toMatchObject({ status: 422, body: { code: "invalid_input" } });
});

it("knows a phone by its cookie: it scans, and its right ends with its link", async () => {
  const { eventId, organizer } = await stageDoor();
  const ada = await stageTicket(eventId);
  const owner = await requireOrganizer(organizer, eventId);
  const { linkId } = await makeDoorLink(owner, { hours: 0 });
  const [link] = await listDoorLinks(owner);
  const { token } = await joinDoor({ token: link?.url.split("/").at(-1) ?? "", name: "Mia" });
  const send = (headers: Record<string, string>) =>
    postScans(
      new Request("http://localhost:3000/api/checkin", {
        method: "POST",
        headers: { "Content-Type": "application/json", Cookie: `turnout-door=${token}`, ...headers },
        body: JSON.stringify({ eventId, scans: [scanOf(ada.code)] }),
      }),
    );
  expect((await send({ Origin: "https://evil.example" })).status).toBe(403);
  const own = { Origin: "http://localhost:3000" };
  expect(await (await send(own)).json()).toMatchObject({ results: [{ verdict: "admitted" }] });
  await revokeDoorLink(owner, { linkId });
  const refused = await send(own);
  expect(refused.status).toBe(401);
  expect(await refused.json()).toMatchObject({ code: "unauthenticated" });
});

it("gives a member's phone a cookie when it starts", async () => {
  const { eventId, staff } = await stageDoor();
  const headers = new Headers({ "Content-Type": "application/json" });
  headers.set("Authorization", `Bearer ${await issueAccessToken(staff)}`);
  const body = JSON.stringify({ eventId, gate: "North" });
  const request = new Request("http://localhost:3000/api/checkin/devices", { method: "POST", headers, body });
  const answer = await postDevice(request);
  expect(answer.headers.get("set-cookie")).toMatch(
    /^turnout-door=[\w-]{64}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
  );
  expect(await answer.json()).toEqual({ deviceId: expect.any(String), name: staff.name, gate: "North" });
});

it("tells of a change at the door, with both counts", async () => {
  const { eventId, staff, scope } = await stageDoor();
  const ada = await stageTicket(eventId);
  const headers = new Headers({ Authorization: `Bearer ${await issueAccessToken(staff)}` });
  const answer = await getLive(new Request(`http://localhost:3000/api/checkin/live?eventId=${eventId}`, { headers }));
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const told = async (part: string) => {
    for (let text = ""; !text.includes(part); ) text += (await reader?.read())?.value ?? "";
  };
  await told('"checkedIn":0');
  await checkIn(scope, {
    scans: [{ scanId: newId(), ticket: ada.code, scannedAt: new Date(), offline: false, gate: "N" }],
  });
  await told('event: change\ndata: {"counts":{"registered":1,"checkedIn":1},"gates":[{"gate":"N","checkedIn":1}]');
  await reader?.cancel();
});

it("tells a phone all it needs, and nobody's address", async () => {
  const { eventId, staff } = await stageDoor();
  const [ada] = [await stageTicket(eventId, { name: "Ada", doorNote: "Wheelchair" })];
  const other = await stageDoor({ title: "Winter Lab" });
  const roster = await call(getRoster, staff, `/api/checkin/roster?eventId=${eventId}`);
  expect(roster.body).toMatchObject({
    items: [{ registrationId: ada.registrationId, note: "Wheelchair", admittedBy: null }],
    ...{ event: { id: eventId, title: "Summer Lab", canOverride: false }, revoked: [], gates: [] },
    ...{ keepUntil: expect.any(String), serverTime: expect.any(String) },
    ticketKeys: [{ isCurrent: true, keyId: roster.body.ticketKey.keyId }],
  });
  expect(roster.body.otherEvents).toContainEqual({ id: other.eventId, title: "Winter Lab" });
  expect(JSON.stringify(roster.body)).not.toContain("@");
});
