import { expect, it } from "vitest";
import { issueAccessToken } from "@/lib/access/access-token";
import type { Person } from "@/lib/access/actor";
import { newId } from "@/lib/platform/id";
import { stageDoor, stagePerson, stageTicket } from "@/lib/testing/stage-door";
import { GET as getLog } from "./log/route";
import { GET as getRoster } from "./roster/route";
import { POST as postScans } from "./route";
import { POST as postUndo } from "./undo/route";

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
  const calls: [Handler, string, unknown?][] = [
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
  ["an instant before there were phones", [scanOf("x", { scannedAt: "0001-01-01T00:00:00Z" })]],
  ["an empty ticket", [scanOf("  ")]],
  ["a gate with a NUL", [scanOf("x", { gate: "a\u0000b" })]],
  ["a gate of 81 characters", [scanOf("x", { gate: "g".repeat(81) })]],
])("refuses %s as invalid input", async (_, scans) => {
  const { eventId, staff } = await stageDoor();
  const answer = await call(postScans, staff, "/api/checkin", { eventId, scans });
  expect(answer).toMatchObject({ status: 422, body: { code: "invalid_input" } });
});
